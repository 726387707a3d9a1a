-- Puts a task on a list: once by its id, and not again once it is settled or forgotten.
--
-- KEYS[1] list  ov:{desk}:tasks:<owner>   sorted set: ids of open tasks by rank
-- KEYS[2] task  ov:{desk}:task2:<id>      string: the task as JSON; empty once it is forgotten
-- Beyond these, for each whom it is about, taskof:<whom> (set: ids of tasks) and taskgone:<whom> (a mark that she has just
-- been forgotten); they share the hash tag, hence the node.
--
-- ARGV[1] task id
-- ARGV[2] the task as JSON
-- ARGV[3] its rank
-- ARGV[4] lifetime in milliseconds
-- ARGV[5] how many a list may hold; beyond it the lowest goes that is no promise
-- ARGV[6] what those keys begin with: ov:{desk}:
-- ARGV[7] how many it may hold where all are promises; beyond it the lowest goes
-- ARGV[8…] whom it is about
--
-- Answers 1 when it is new, 0 when it is not, is about somebody just forgotten, or found no room.

local PROMISES = { call_back = true, appointment = true }

-- The lowest that nobody was promised; nil when all are promises.
local function dispensable(list, prefix)
    for _, id in ipairs(redis.call('ZRANGE', list, 0, -1)) do
        local task = redis.call('GET', prefix .. 'task2:' .. id)
        if not task or task == '' or not PROMISES[cjson.decode(task).kind] then
            return id
        end
    end
    return nil
end

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
local held = redis.call('ZCARD', KEYS[1])
if held > tonumber(ARGV[5]) then
    local gone = dispensable(KEYS[1], ARGV[6])
    if not gone and held > tonumber(ARGV[7]) then
        gone = redis.call('ZRANGE', KEYS[1], 0, 0)[1]
    end
    if gone then
        redis.call('ZREM', KEYS[1], gone)
    end
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
