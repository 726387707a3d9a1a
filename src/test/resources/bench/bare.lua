-- The least a commit could be: writes a value if nobody else wrote since.
-- KEYS[1] the value's key
-- ARGV[1] the value; its first eight bytes are a nonce
-- ARGV[2] its lifetime in seconds
redis.call('GETRANGE', KEYS[1], 0, 7)
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
return 1
