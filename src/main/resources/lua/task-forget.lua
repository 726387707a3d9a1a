-- Forgets every task about somebody. A task leaves its empty key behind for the rest of its life, so that raising it again
-- does not bring it back; a mark keeps out what was under way.
--
-- KEYS[1] of    ov:{desk}:taskof:<whom>     set: ids of tasks about her
-- KEYS[2] gone  ov:{desk}:taskgone:<whom>   string: the mark
-- Beyond these, task2:<id> of each id, and the list of its owner with its promised and loose; they share the hash tag, hence
-- the node.
--
-- ARGV[1] what those keys begin with: ov:{desk}:
-- ARGV[2] lifetime of the mark in milliseconds
--
-- Answers how many it forgot.

redis.call('SET', KEYS[2], '1', 'PX', ARGV[2])
local forgotten = 0
for _, id in ipairs(redis.call('SMEMBERS', KEYS[1])) do
    local key = ARGV[1] .. 'task2:' .. id
    local task = redis.call('GET', key)
    if task and task ~= '' then
        local owner = cjson.decode(task).owner
        for _, list in ipairs({'tasks:', 'promised:', 'loose:'}) do
            redis.call('ZREM', ARGV[1] .. list .. owner, id)
        end
        redis.call('SET', key, '', 'XX', 'KEEPTTL')
        forgotten = forgotten + 1
    end
end
redis.call('DEL', KEYS[1])
return forgotten
