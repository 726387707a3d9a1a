-- Open tasks of a list, the highest first. Those whose life is over lose their place on the way.
--
-- KEYS[1] list  ov:{desk}:tasks:<owner>   sorted set: ids of open tasks by rank
-- KEYS[2] loose ov:{desk}:loose:<owner>   sorted set: ids of open tasks that nobody was promised, by rank
-- Beyond these, task2:<id> (string: the task as JSON) of each id; they share the hash tag, hence the node.
--
-- ARGV[1] how many at most
-- ARGV[2] what those keys begin with: ov:{desk}:
--
-- Answers the tasks as JSON.

local most = tonumber(ARGV[1])
local tasks = {}
for _, id in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1, 'REV')) do
    local task = redis.call('GET', ARGV[2] .. 'task2:' .. id)
    if not task or task == '' then
        redis.call('ZREM', KEYS[1], id)
        redis.call('ZREM', KEYS[2], id)
    elseif #tasks < most then
        tasks[#tasks + 1] = task
    else
        break
    end
end
return tasks
