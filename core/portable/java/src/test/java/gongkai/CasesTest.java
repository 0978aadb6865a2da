package gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole case set: every report is the one that the library gives natively, byte for byte. */
class CasesTest {
    private static final String ITEM = "24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu";
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static ValidatorModule module;
    private static Validator validator;

    @BeforeAll
    static void load() throws IOException {
        module = ValidatorModule.read(Path.of(System.getenv("GONGKAI_VALIDATOR")));
        validator = module.validator();
        Path data = Path.of(System.getenv("GONGKAI_DATA"));
        try (DirectoryStream<Path> packs = Files.newDirectoryStream(data.resolve("packs"), "*.json")) {
            for (Path pack : packs) {
                validator.loadPack(Files.readAllBytes(pack));
            }
        }
        validator.loadCalendar(Files.readAllBytes(data.resolve("calendar.json")));
    }

    @Test
    void reportsAreTheSameBytes() throws IOException {
        ObjectMapper json = new ObjectMapper();
        int compared = 0;
        long start = System.nanoTime();
        try (BufferedReader lines = Files.newBufferedReader(Path.of(System.getenv("GONGKAI_CASES")))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode one = json.readTree(line);
                JsonNode how = one.get("options");
                LocalDate today = LocalDate.parse(how.get("today").asText());
                CheckOptions options = how.get("stage").asText().equals("draft")
                        ? CheckOptions.draft(today)
                        : CheckOptions.publish(today);
                if (how.get("told").asBoolean()) {
                    options = options.told();
                }
                String entry = one.get("entry").asText();
                String report = validator.checkText(one.get("item").asText(), entry, options);
                assertEquals(one.get("report").asText(), report, () -> one.get("item") + " " + entry);
                compared++;
            }
        }
        assertTrue(compared > 10_000, "only " + compared + " reports were compared");
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("java: %d reports compared, %.0f a second with reading and comparing%n", compared, compared / seconds);
    }

    @Test
    void failuresHaveCodes() {
        CheckOptions options = CheckOptions.publish(DAY);
        assertEquals("item-unknown", code(() -> validator.check("a/b", "{}", options)));
        assertEquals("entry-unreadable", code(() -> validator.check(ITEM, "{", options)));
        assertEquals("pack-unreadable", code(() -> validator.loadPack("{}".getBytes())));
        assertEquals("calendar-unreadable", code(() -> validator.loadCalendar(new byte[] {'['})));
        assertEquals("no-utf-8", code(() -> validator.loadPack(new byte[] {(byte) 0xff})));
        assertEquals("item-unknown", code(() -> validator.form("a/b")));
    }

    @Test
    void valuesAndForms() {
        JsonNode report = validator.check(
                ITEM, "{\"elements\":{\"ban_gong_dian_hua\":\"12\"}}", CheckOptions.publish(DAY).told());
        assertEquals("blocked", report.get("verdict").asText());
        boolean isTold = false;
        for (JsonNode issue : report.get("issues")) {
            isTold |= issue.get("code").asText().equals("phone-invalid") && issue.get("message").has("zh-CN");
        }
        assertTrue(isTold, "no sentence about the telephone number");
        assertEquals("gongkai-form/1", validator.form(ITEM).get("format").asText());
        assertEquals(1, module.validator().version().get("interface").asInt());
    }

    @Test
    void readings() {
        String entry = "{\"title\":\" 第一小学 \",\"elements\":{\"xue_xiao_ming_cheng\":\"<第一小学>\"}}";
        JsonNode reading = validator.reading(ITEM, entry, "zh-CN");
        assertEquals("gongkai-reading/1", reading.get("format").asText());
        assertEquals("第一小学", reading.get("title").asText());
        assertTrue(validator.readingHtml(ITEM, entry, "en").contains("<dd>&lt;第一小学&gt;</dd>"));
        assertEquals("xue_xiao_ming_cheng", validator.reading("a/b", entry, "en").get("elements").get(0).get("name").asText());
        assertEquals("entry-unreadable", code(() -> validator.reading(ITEM, "{", "en")));
    }

    private static String code(Runnable call) {
        return assertThrows(ValidatorException.class, call::run).code();
    }
}
