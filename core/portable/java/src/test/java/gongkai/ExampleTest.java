package gongkai;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The example of the handbook, run as it is printed there. */
class ExampleTest {
    // ANCHOR: example
    static Validator load(Path dist) throws IOException {
        ValidatorModule module = ValidatorModule.read(dist.resolve("gongkai_validator.wasm")); // once for the application
        Validator validator = module.validator(); // one for each thread
        validator.loadPack(Files.readAllBytes(dist.resolve("packs/24-compulsory-education.json")));
        validator.loadCalendar(Files.readAllBytes(dist.resolve("calendar.json")));
        return validator;
    }

    static Map<String, String> problems(Validator validator, String entry, LocalDate today) {
        JsonNode report = validator.check(
                "24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu", entry, CheckOptions.publish(today).told());
        Map<String, String> found = new TreeMap<>();
        for (JsonNode issue : report.get("issues")) {
            if (issue.get("blocks").asBoolean()) {
                found.put(issue.get("path").asText(), issue.get("message").get("zh-CN").asText());
            }
        }
        return found;
    }
    // ANCHOR_END: example

    @Test
    void theExampleFindsTheTelephoneNumber() throws IOException {
        Validator validator = load(Path.of(System.getenv("GONGKAI_DATA")));
        Map<String, String> found =
                problems(validator, "{\"elements\":{\"ban_gong_dian_hua\":\"12\"}}", LocalDate.of(2026, 9, 1));
        assertTrue(found.get("/elements/ban_gong_dian_hua").contains("不是有效电话号码"), found.toString());
    }
}
