-- Takes finished entries out of the queue.
--
-- KEYS[1]   stream
-- ARGV[1]   consumer group
-- ARGV[2…]  ids of the entries
-- returns   number of entries that were still there
--
-- Atomic, because an entry acknowledged but not deleted would stay for ever, seen by nobody. Not
-- MULTI: at `maxmemory` Redis refuses to queue any command of a transaction, and acknowledging is what
-- frees memory then; neither of these commands needs memory. Deletes first, so that even a script
-- cut short leaves work that XAUTOCLAIM cleans up.
local ids = {}
for index = 2, #ARGV do ids[#ids + 1] = ARGV[index] end
local deleted = redis.call('XDEL', KEYS[1], unpack(ids))
redis.call('XACK', KEYS[1], ARGV[1], unpack(ids))
return deleted
