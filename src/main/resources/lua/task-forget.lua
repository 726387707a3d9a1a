-- Forgets every task about somebody. A task leaves its empty key behind for the rest of its life, so that raising it again
-- does not bring it back; a mark keeps out what was under way.
--
-- KEYS[1] of    ov:{desk}:taskof:<whom>     set: ids of tasks about her
-- KEYS[2] gone  ov:{desk}:taskgone:<whom>   string: the mark, which is what was answered last and to whom, as JSON
-- Beyond these, task2:<id> of each id, and the list of its owner with its promised and loose; they share the hash tag, hence
-- the node.
--
-- ARGV[1] what those keys begin with: ov:{desk}:
-- ARGV[2] lifetime of the mark in milliseconds
-- ARGV[3] a name for this call, the same when it is sent again
--
-- Answers how many tasks it forgot, and for each its id and its owner; also for those of a call just before, whose answer may
-- have been lost before anybody was told. That one counted them, unless it is this one, sent again.

local off, count = {}, 0
local last = redis.call('GET', KEYS[2])
if last and string.sub(last, 1, 1) == '[' then
    -- The release before kept the tasks alone.
    off = cjson.decode(last)
elseif last and string.sub(last, 1, 1) == '{' then
    local answered = cjson.decode(last)
    off = answered.off
    count = answered.by == ARGV[3] and answered.count or 0
end
for _, id in ipairs(redis.call('SMEMBERS', KEYS[1])) do
    local key = ARGV[1] .. 'task2:' .. id
    local json = redis.call('GET', key)
    if json and json ~= '' then
        local task = cjson.decode(json)
        for _, list in ipairs({'tasks:', 'promised:', 'loose:'}) do
            redis.call('ZREM', ARGV[1] .. list .. task.owner, id)
        end
        redis.call('SET', key, '', 'XX', 'KEEPTTL')
        off[#off + 1] = id
        off[#off + 1] = task.owner
        count = count + 1
    end
end
local mark = #off > 0 and cjson.encode({by = ARGV[3], count = count, off = off}) or '1'
redis.call('SET', KEYS[2], mark, 'PX', ARGV[2])
redis.call('DEL', KEYS[1])
return {count, off}
