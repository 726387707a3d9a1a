-- Keeps exchange rates as they were fixed, day by day; a day that is put again is replaced.
--
-- KEYS[1] rates     ov:{rates}:days   hash: version, and a fixing by its day (YYYY-MM-DD)
--
-- ARGV[1] how many days are kept, the newest
-- ARGV[2], ARGV[3], …  day and fixing, in turn
--
-- Answers the version there is then. What is put again is no new version.

local changed = false
for i = 2, #ARGV, 2 do
    if redis.call('HGET', KEYS[1], ARGV[i]) ~= ARGV[i + 1] then
        redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
        changed = true
    end
end
if not changed then
    return tonumber(redis.call('HGET', KEYS[1], 'version') or '0')
end

local days = {}
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
    if field ~= 'version' then
        days[#days + 1] = field
    end
end
table.sort(days)
for i = 1, #days - tonumber(ARGV[1]) do
    redis.call('HDEL', KEYS[1], days[i])
end
return redis.call('HINCRBY', KEYS[1], 'version', 1)
