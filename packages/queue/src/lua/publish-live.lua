-- Appends one entry to a project's log of live events and tells its subscribers.
--
-- KEYS[1]  stream of the project
-- KEYS[2]  hash of its size: `events`, `bytes`, and `trimmed`, the id of the last entry cut off
-- ARGV[1]  channel
-- ARGV[2]  events as a JSON array
-- ARGV[3]  number of events
-- ARGV[4]  events to keep at most
-- ARGV[5]  bytes to keep at most
-- ARGV[6]  seconds after which an idle log disappears
-- returns  id of the entry
--
-- Atomic, because the order of the channel must be the order of the log: a subscriber that reads the
-- log up to an id and then listens must miss nothing in between. And because the size must never
-- disagree with what it counts.
local id = redis.call('XADD', KEYS[1], '*', 'n', ARGV[3], 'e', ARGV[2])
local events = redis.call('HINCRBY', KEYS[2], 'events', ARGV[3])
local bytes = redis.call('HINCRBY', KEYS[2], 'bytes', #ARGV[2])
local max_events = tonumber(ARGV[4])
local max_bytes = tonumber(ARGV[5])

while events > max_events or bytes > max_bytes do
  local oldest = redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', 1)[1]
  if not oldest or oldest[1] == id then break end
  redis.call('XDEL', KEYS[1], oldest[1])
  events = redis.call('HINCRBY', KEYS[2], 'events', -tonumber(oldest[2][2]))
  bytes = redis.call('HINCRBY', KEYS[2], 'bytes', -#oldest[2][4])
  redis.call('HSET', KEYS[2], 'trimmed', oldest[1])
end

redis.call('EXPIRE', KEYS[1], ARGV[6])
redis.call('EXPIRE', KEYS[2], ARGV[6])
redis.call('PUBLISH', ARGV[1], id .. ' ' .. ARGV[2])
return id
