package county.gongkai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.CheckOptions;
import gongkai.Validator;
import gongkai.ValidatorException;
import gongkai.ValidatorModule;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the guideline says of an entry, and how citizens read it: one validator for each processor, lent to a request and
 * taken back.
 */
@Component
public class Verdicts {
    private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final GongkaiProperties properties;
    private final Packs packs;
    private final ObjectMapper json;
    private final ValidatorModule module;
    private final BlockingQueue<Validator> idle;

    public Verdicts(GongkaiProperties properties, Packs packs, ObjectMapper json) throws IOException {
        this.properties = properties;
        this.packs = packs;
        this.json = json;
        this.module = ValidatorModule.read(properties.dist().resolve("gongkai_validator.wasm"));
        int processors = Runtime.getRuntime().availableProcessors();
        this.idle = new ArrayBlockingQueue<>(processors);
        for (int made = 0; made < processors; made++) {
            idle.add(validator());
        }
    }

    private Validator validator() throws IOException {
        Validator validator = module.validator();
        packs.documents().forEach(validator::loadPack);
        validator.loadCalendar(Files.readAllBytes(properties.dist().resolve("calendar.json")));
        return validator;
    }

    /**
     * The report on an entry that is to be published today, with sentences in both languages.
     *
     * @throws UnreadableEntryException it is no entry of a known item
     */
    public JsonNode publishing(String entry) {
        String item = itemOf(entry);
        return ask(validator -> validator.check(item, entry, CheckOptions.publish(LocalDate.now(BEIJING)).told()));
    }

    /**
     * The entry as citizens read it: a fragment of HTML in which every text is escaped. None when the validator
     * fails; then it is shown as it is stored.
     *
     * @param locale whose the words around the values are: English, or else Chinese
     */
    public Optional<String> reading(String entry, Locale locale) {
        String lang = locale.getLanguage().equals("en") ? "en" : "zh-CN";
        try {
            String item = itemOf(entry);
            return Optional.of(ask(validator -> validator.readingHtml(item, entry, lang)));
        } catch (UnreadableEntryException | ValidatorException error) {
            LOG.warn("an entry is shown as it is stored", error);
            return Optional.empty();
        }
    }

    private <T> T ask(Function<Validator, T> question) {
        Validator validator;
        try {
            validator = idle.take();
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a validator", error);
        }
        try {
            return question.apply(validator);
        } catch (ValidatorException error) {
            switch (error.code()) {
                case "item-unknown", "entry-unreadable" -> throw new UnreadableEntryException(error);
                default -> {
                    // It may have trapped, and must not be used again.
                    validator = fresh(error);
                    throw error;
                }
            }
        } finally {
            idle.add(validator);
        }
    }

    private Validator fresh(ValidatorException cause) {
        try {
            return validator();
        } catch (IOException error) {
            cause.addSuppressed(error);
            throw cause;
        }
    }

    /** Whether this report keeps the entry from being made public. */
    public static boolean isBlocked(JsonNode report) {
        return report.path("verdict").asText().equals("blocked");
    }

    /** {@code PACK/ITEM} as the entry names it. */
    private String itemOf(String entry) {
        try {
            JsonNode read = json.readTree(entry);
            return read.path("pack").asText() + "/" + read.path("item").asText();
        } catch (JsonProcessingException error) {
            throw new UnreadableEntryException(error);
        }
    }
}
