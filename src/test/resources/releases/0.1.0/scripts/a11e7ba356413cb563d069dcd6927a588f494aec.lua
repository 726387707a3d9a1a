-- Finds out which shards have an alarm that is due. It takes none and writes nothing.
--
-- KEYS     alarms   ov:{hh}:a   sorted sets: <site>:<handle> by epoch milliseconds; on a cluster, where the keys of one
--                               call share a slot, only the first of those that this master holds
--
-- ARGV[1] alarms before this instant are due, epoch milliseconds
-- ARGV[2…] on a cluster: the other sorted sets this master holds
--
-- Answers numbers, counted from 1 through KEYS and then ARGV[2…]: those of the sorted sets with an alarm that is due, and
-- those that this master could not look at, because their slot is on its way or gone.

local due = {}

local function look(number, key)
    local first = redis.pcall('ZRANGE', key, '-inf', '(' .. ARGV[1], 'BYSCORE', 'LIMIT', 0, 1)
    if first.err or #first > 0 then
        due[#due + 1] = number
    end
end

-- At night nobody is waited for, and one command says so.
if #ARGV == 1 and redis.call('EXISTS', unpack(KEYS)) == 0 then
    return due
end

for i = 1, #KEYS do
    look(i, KEYS[i])
end
for i = 2, #ARGV do
    look(#KEYS + i - 1, ARGV[i])
end
return due
