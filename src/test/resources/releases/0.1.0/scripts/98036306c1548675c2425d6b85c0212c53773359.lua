-- Takes a place on a list for what is about to be promised, unless the list, or what one address or person may be promised
-- in a day, is full. Safe to send twice: what has a place, or is a task already, takes no other.
--
-- KEYS[1] promised  ov:{desk}:promised:<owner>   sorted set: ids of promises by when their place is free, epoch milliseconds
-- KEYS[2] task      ov:{desk}:task2:<id>         string: the task as JSON
-- KEYS[3], KEYS[4]  ov:{desk}:taskgone:<whom>     string: a mark that the visitor, or the client, has just been forgotten
-- KEYS[5…] budgets  ov:{desk}:promises:<whose>   string: how many were promised to one address or person, within a day
--
-- ARGV[1] id of the promise, which its task will bear
-- ARGV[2] now, epoch milliseconds
-- ARGV[3] when the place is free again if it does not become a task
-- ARGV[4] how many places the list has
-- ARGV[5] lifetime of the list in milliseconds
-- ARGV[6] a day in milliseconds
-- ARGV[7…] how many each of the budgets allows
--
-- Answers 1 when a place is taken, 0 when there is none, or what follows would be taken for what was forgotten.

if redis.call('EXISTS', KEYS[3], KEYS[4]) > 0 then
    return 0
end
local task = redis.call('GET', KEYS[2])
if task then
    -- Done, dismissed or forgotten, it is not promised again under the same name.
    return task ~= '' and cjson.decode(task).state == 'open' and 1 or 0
end
if redis.call('ZADD', KEYS[1], 'XX', 'GT', 'CH', ARGV[3], ARGV[1]) == 1 then
    return 1
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[2])
if redis.call('ZSCORE', KEYS[1], ARGV[1]) then
    return 1
end
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[4]) then
    return 0
end
for i = 5, #KEYS do
    if tonumber(redis.call('GET', KEYS[i]) or 0) >= tonumber(ARGV[i + 2]) then
        return 0
    end
end
redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[5])
for i = 5, #KEYS do
    redis.call('INCR', KEYS[i])
    redis.call('PEXPIRE', KEYS[i], ARGV[6], 'NX')
end
return 1
