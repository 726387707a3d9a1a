-- Puts a task on a list: once by its id, and not again once it is settled or forgotten.
--
-- KEYS[1] list      ov:{desk}:tasks:<owner>     sorted set: ids of open tasks by rank
-- KEYS[2] task      ov:{desk}:task2:<id>        string: the task as JSON; empty once it is forgotten
-- KEYS[3] promised  ov:{desk}:promised:<owner>  sorted set: ids of promises by when their place is free; see task-promise.lua
-- KEYS[4] loose     ov:{desk}:loose:<owner>     sorted set: ids of open tasks that nobody was promised, by rank
-- Beyond these, for each whom it is about, taskof:<whom> (set: ids of tasks) and taskgone:<whom> (a mark that she has just
-- been forgotten); they share the hash tag, hence the node.
--
-- ARGV[1] task id
-- ARGV[2] the task as JSON
-- ARGV[3] its rank
-- ARGV[4] lifetime in milliseconds
-- ARGV[5] how many a list may hold of what nobody was promised; beyond it the lowest of these goes
-- ARGV[6] what those keys begin with: ov:{desk}:
-- ARGV[7] when the life of what was promised ends, epoch milliseconds; empty: nobody was promised it
-- ARGV[8…] whom it is about
--
-- Answers 1 when it is new, 0 when it is not, is about somebody just forgotten, or found no room. What was promised always
-- finds room: whether there is any was seen to before the promise.

for i = 8, #ARGV do
    if redis.call('EXISTS', ARGV[6] .. 'taskgone:' .. ARGV[i]) == 1 then
        return 0
    end
end
if not redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[4], 'NX') then
    -- Sent twice because an answer was lost: it is as new as it was the first time.
    return redis.call('GET', KEYS[2]) == ARGV[2] and 1 or 0
end
redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
local place, score = KEYS[4], ARGV[3]
if ARGV[7] ~= '' then
    place, score = KEYS[3], ARGV[7]
end
redis.call('ZADD', place, score, ARGV[1])
redis.call('PEXPIRE', place, ARGV[4])
if place == KEYS[4] and redis.call('ZCARD', KEYS[4]) > tonumber(ARGV[5]) then
    local gone = redis.call('ZPOPMIN', KEYS[4])[1]
    redis.call('ZREM', KEYS[1], gone)
    if gone == ARGV[1] then
        redis.call('DEL', KEYS[2])
        return 0
    end
end
for i = 8, #ARGV do
    local of = ARGV[6] .. 'taskof:' .. ARGV[i]
    redis.call('SADD', of, ARGV[1])
    redis.call('PEXPIRE', of, ARGV[4])
end
return 1
