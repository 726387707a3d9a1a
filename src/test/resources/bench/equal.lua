-- The writes of a commit, and nothing else of it: a value if nobody else wrote since, an entry of the journal, and for some
-- an alarm that moves.
-- KEYS[1] the value's key, KEYS[2] the alarms, KEYS[3] the journal
-- ARGV[1] the value; its first eight bytes are a nonce
-- ARGV[2] its lifetime in milliseconds
-- ARGV[3] when the alarm goes off, or nothing
-- ARGV[4] its member
-- ARGV[5] the entry
-- ARGV[6] most entries of the journal, roughly
redis.call('GETRANGE', KEYS[1], 0, 7)
redis.call('XADD', KEYS[3], 'MAXLEN', '~', ARGV[6], '*', 's', 'demo', 'e', ARGV[5])
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
if ARGV[3] ~= '' then
    redis.call('ZADD', KEYS[2], ARGV[3], ARGV[4])
end
return 1
