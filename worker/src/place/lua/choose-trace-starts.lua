-- Gives each trace one start, the same for all workers: the first one that is put forward.
--
-- KEYS[1]  prefix of the keys: `<prefix>:since` and, per workspace and day, a hash
--          `<prefix>:<workspace>:<day>` from trace to start. Today's and yesterday's count.
-- ARGV[1]  workspace
-- ARGV[2]  'ask': leave traces open that may be older than what is in here; 'decide': leave none
-- ARGV[3]  how many traces a hash may hold
-- ARGV[4…] per trace: id, start to put forward, '1' when it began so long ago that it may have been
--          forgotten here
-- returns  { 'yes' when it is known since when the hashes are complete, else 'no',
--            per trace its start, or '' when it is left open }
--
-- Atomic, because two workers that hold spans of one trace must get the same answer. The day is Redis's,
-- so that their clocks do not matter.
local day = math.floor(tonumber(redis.call('TIME')[1]) / 86400)
local today = KEYS[1] .. ':' .. ARGV[1] .. ':' .. day
local yesterday = KEYS[1] .. ':' .. ARGV[1] .. ':' .. (day - 1)
local since = redis.call('GET', KEYS[1] .. ':since')
local isComplete = since and tonumber(since) < day - 1
local isAsking = ARGV[2] == 'ask'
local room = tonumber(ARGV[3]) - redis.call('HLEN', today)
local answer = { since and 'yes' or 'no' }
for index = 4, #ARGV, 3 do
  local trace, own, isOld = ARGV[index], ARGV[index + 1], ARGV[index + 2] == '1'
  local known = redis.call('HGET', today, trace)
  local isNew = not known
  if isNew then known = redis.call('HGET', yesterday, trace) end
  local isOpen = not known and isAsking and (isOld or room <= 0 or not isComplete)
  if isOpen then
    answer[#answer + 1] = ''
  else
    if isNew and room > 0 then
      redis.call('HSET', today, trace, known or own)
      room = room - 1
    end
    answer[#answer + 1] = known or own
  end
end
redis.call('EXPIRE', today, 3 * 86400)
return answer
