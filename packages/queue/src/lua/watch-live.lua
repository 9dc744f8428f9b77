-- Notes that somebody watches a project, so that its live events are written.
--
-- KEYS[1]  mark of being watched
-- KEYS[2]  stream of the project
-- KEYS[3]  hash of its size
-- ARGV[1]  seconds for which the mark holds
-- ARGV[2]  seconds after which an idle log disappears
-- returns  1 when nobody watched before
--
-- Atomic, because the end of an unwatched time must be in the log before the first event after it:
-- events of that time were never written, and whoever asks for them must learn that they are lost.
if not redis.call('SET', KEYS[1], '1', 'NX', 'EX', ARGV[1]) then
  redis.call('EXPIRE', KEYS[1], ARGV[1])
  return 0
end
-- An entry without events; it counts as one, so that it is cut off like any other.
local id = redis.call('XADD', KEYS[2], '*', 'n', '1', 'e', '[]')
redis.call('HINCRBY', KEYS[3], 'events', 1)
redis.call('HINCRBY', KEYS[3], 'bytes', 2)
redis.call('HSET', KEYS[3], 'trimmed', id)
redis.call('EXPIRE', KEYS[2], ARGV[2])
redis.call('EXPIRE', KEYS[3], ARGV[2])
return 1
