-- Puts a task on a list: once by its id, and not again once it is settled or forgotten.
--
-- KEYS[1] list  ov:{desk}:tasks:<owner>   sorted set: ids of open tasks by weight
-- KEYS[2] task  ov:{desk}:task2:<id>      string: the task as JSON; empty once it is forgotten
-- Beyond these, for each whom it is about, taskof:<whom> (set: ids of tasks) and taskgone:<whom> (a mark that she has just
-- been forgotten); they share the hash tag, hence the node.
--
-- ARGV[1] task id
-- ARGV[2] the task as JSON
-- ARGV[3] weight
-- ARGV[4] lifetime in milliseconds
-- ARGV[5] how many a list may hold; beyond it the lightest goes
-- ARGV[6] what those keys begin with: ov:{desk}:
-- ARGV[7…] whom it is about
--
-- Answers 1 when it is new, 0 when it is not, or is about somebody just forgotten.

for i = 7, #ARGV do
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
if redis.call('ZCARD', KEYS[1]) > tonumber(ARGV[5]) then
    redis.call('ZPOPMIN', KEYS[1])
end
for i = 7, #ARGV do
    local of = ARGV[6] .. 'taskof:' .. ARGV[i]
    redis.call('SADD', of, ARGV[1])
    redis.call('PEXPIRE', of, ARGV[4])
end
return 1
