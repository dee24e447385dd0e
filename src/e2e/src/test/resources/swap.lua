-- Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
--
-- For wrk: names every answer that is no 200, or whose header and body are of two deployments.

function response(status, headers, body)
    if status ~= 200 or headers["X-Number"] ~= body then
        io.write("wrong answer: ", status, " ", tostring(headers["X-Number"]), " ", body, "\n")
    end
end
