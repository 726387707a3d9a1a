-- Forgets everything the desk was told of one visitor. A task leaves its empty key behind for the rest of its life, so
-- that a telling that was under way does not bring it back.
--
-- KEYS[1] waiting  ov:{desk:<site>}:waiting       sorted set: task id by weight
-- KEYS[2] ages     ov:{desk:<site>}:ages          sorted set: task id by the end of its life
-- KEYS[3] hers     ov:{desk:<site>}:of:<handle>   set: ids of her tasks and conversations
-- Beyond these, the keys task:, said: and heard: of each id in hers; they share the hash tag, hence the node.
--
-- ARGV[1] what those keys begin with: ov:{desk:<site>}:
--
-- Answers how many it forgot.

local ids = redis.call('SMEMBERS', KEYS[3])
for _, id in ipairs(ids) do
    redis.call('ZREM', KEYS[1], id)
    redis.call('ZREM', KEYS[2], id)
    redis.call('SET', ARGV[1] .. 'task:' .. id, '', 'XX', 'KEEPTTL')
    redis.call('DEL', ARGV[1] .. 'said:' .. id, ARGV[1] .. 'heard:' .. id)
end
redis.call('DEL', KEYS[3])
return #ids
