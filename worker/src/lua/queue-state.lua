-- Counts what a lane holds, for the audit: every entry that was delivered is pending, or it is in limbo.
--
-- KEYS[1]  stream
-- ARGV[1]  consumer group
-- returns  { entries in the stream, pending entries, entries up to the last one delivered }
--
-- Atomic, because acknowledgements between the questions would look like differences. Only delivered
-- entries are walked: there are as many as workers have in hand. (XINFO's `lag` is not known once the
-- last entry delivered was deleted.)
if redis.call('EXISTS', KEYS[1]) == 0 then return { 0, 0, 0 } end
local last
for _, group in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do
  local fields = {}
  for index = 1, #group, 2 do fields[group[index]] = group[index + 1] end
  if fields['name'] == ARGV[1] then last = fields['last-delivered-id'] end
end
local length = redis.call('XLEN', KEYS[1])
if not last then return { length, 0, 0 } end
local delivered = 0
local after = '0-0'
while after do
  local entries = redis.call('XRANGE', KEYS[1], '(' .. after, last, 'COUNT', 20)
  delivered = delivered + #entries
  after = #entries > 0 and entries[#entries][1] or nil
end
return { length, redis.call('XPENDING', KEYS[1], ARGV[1])[1], delivered }
