-- Finds entries that the group has read but that nobody holds, and gives them to a consumer.
--
-- KEYS[1]  stream
-- ARGV[1]  consumer group
-- ARGV[2]  consumer that takes them
-- ARGV[3]  only entries up to this id: older than two leases and not after the last one delivered
-- ARGV[4]  how many to look at
-- ARGV[5]  look after this id
-- returns  { ids now pending for the consumer, last id looked at or '' when there are no more }
--
-- Atomic, because between looking and claiming the holder could acknowledge an entry, and a forced
-- claim would bring it back as a pending entry without content.
local entries = redis.call('XRANGE', KEYS[1], '(' .. ARGV[5], ARGV[3], 'COUNT', ARGV[4])
local claimed = {}
local last = ''
for _, entry in ipairs(entries) do
  last = entry[1]
  if #redis.call('XPENDING', KEYS[1], ARGV[1], entry[1], entry[1], 1) == 0 then
    redis.call('XCLAIM', KEYS[1], ARGV[1], ARGV[2], 0, entry[1], 'FORCE', 'JUSTID')
    claimed[#claimed + 1] = entry[1]
  end
end
return { claimed, last }
