-- Settles a task, if it is still as whoever settles it found it. Safe to send twice.
--
-- KEYS[1] task  ov:{desk}:task2:<id>      string: the task as JSON
-- KEYS[2] list  ov:{desk}:tasks:<owner>   sorted set: ids of open tasks by rank
-- KEYS[3] promised, KEYS[4] loose: see task-add.lua
--
-- ARGV[1] task id
-- ARGV[2] the task as it was found
-- ARGV[3] the task as it is settled
--
-- Answers 1 when it is settled so, 0 when something else is there.

local found = redis.call('GET', KEYS[1])
if found ~= ARGV[2] and found ~= ARGV[3] then
    return 0
end
redis.call('SET', KEYS[1], ARGV[3], 'XX', 'KEEPTTL')
for i = 2, 4 do
    redis.call('ZREM', KEYS[i], ARGV[1])
end
return 1
