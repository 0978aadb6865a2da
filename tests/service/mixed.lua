-- What an hour of a province asks of the service, mixed: mostly editors whose entries are judged while they type, fewer
-- that publish, pages that need a form or a menu, days counted, and now and then a batch of two hundred entries.
local kinds = {}

local function add(share, method, path, body, kind)
  local headers = kind and { ["Content-Type"] = kind } or nil
  local request = wrk.format(method, path, headers, body)
  for _ = 1, share do
    kinds[#kinds + 1] = request
  end
end

local function read(name)
  local file = assert(io.open(os.getenv("GONGKAI_LOAD") .. "/" .. name))
  local text = file:read("a")
  file:close()
  return text
end


function init()
  local right, wrong = read("right.json"), read("wrong.json")
  local json, lines = "application/json", "application/x-ndjson"
  local item = "/v1/items/24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu"
  add(450, "POST", "/v1/check?stage=draft", wrong, json)
  add(200, "POST", "/v1/check?told=true", right, json)
  add(150, "POST", "/v1/check?told=true", wrong, json)
  add(80, "GET", item .. "/form")
  add(40, "GET", item .. "/schema")
  add(40, "GET", "/v1/navigation")
  add(30, "GET", item .. "/due?from=2026-06-04")
  add(8, "POST", item .. "/form/html", wrong, json)
  add(2, "POST", "/v1/check", string.rep(wrong .. "\n", 200), lines)
  -- Spread over the thousand instead of one kind after the other.
  math.randomseed(54)
  for index = #kinds, 2, -1 do
    local other = math.random(index)
    kinds[index], kinds[other] = kinds[other], kinds[index]
  end
end

local index = 0

function request()
  index = index % #kinds + 1
  return kinds[index]
end

function done(summary, latency)
  io.write(string.format(
    '{"requests":%d,"seconds":%.3f,"p50_us":%d,"p99_us":%d,"max_us":%d,"failed":%d,"refused":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50), latency:percentile(99), latency.max,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    summary.errors.status))
end
