-- Adds what she wrote to a conversation: once, however often it is told.
--
-- KEYS[1] said     ov:{desk:<site>}:said:<conversation>    list: messages as JSON, in the order they were told
-- KEYS[2] heard    ov:{desk:<site>}:heard:<conversation>   set: ids of those messages
-- KEYS[3] hers     ov:{desk:<site>}:of:<handle>            set: ids of everything the desk was told of one visitor
--
-- ARGV[1] message id
-- ARGV[2] the message as JSON
-- ARGV[3] conversation
-- ARGV[4] lifetime in milliseconds
--
-- Answers 1 when the desk heard of it now, 0 when it had before.

if redis.call('SADD', KEYS[2], ARGV[1]) == 0 then
    return 0
end
redis.call('RPUSH', KEYS[1], ARGV[2])
redis.call('SADD', KEYS[3], ARGV[3])
for _, key in ipairs(KEYS) do
    redis.call('PEXPIRE', key, ARGV[4])
end
return 1
