package gongkai;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.ChicoryException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;

/**
 * The check of gongkai-core in a WebAssembly module; the interface is described in {@code core/portable/README.md}.
 *
 * <p>Threads may share one, they take turns; several work side by side when each has its own. Every method throws
 * {@link ValidatorException}.
 */
public final class Validator {
    private static final int INTERFACE = 1;
    private static final int PACK = 0;
    private static final int CALENDAR = 1;
    private static final int LOCAL = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Instance instance;
    private final Memory memory;
    private boolean trapped;

    Validator(Instance instance) {
        this.instance = instance;
        this.memory = instance.memory();
        long version = instance.export("gongkai_interface").apply()[0];
        if (version != INTERFACE) {
            throw new ValidatorException("interface-unknown", "the module has interface " + version, null);
        }
    }

    /** Loads a pack; one of the same id is replaced. */
    public JsonNode loadPack(byte[] document) {
        return parsed(call("gongkai_load", new long[] {PACK}, document));
    }

    /** Loads the working days. */
    public void loadCalendar(byte[] document) {
        call("gongkai_load", new long[] {CALENDAR}, document);
    }

    /** Loads what a county lays down for itself, a {@code gongkai-local/1}. */
    public void loadLocal(byte[] document) {
        call("gongkai_load", new long[] {LOCAL}, document);
    }

    /** The report on an entry of {@code PACK/ITEM}, a {@code gongkai-report/1}. */
    public JsonNode check(String item, String entry, CheckOptions options) {
        return parsed(checkText(item, entry, options));
    }

    /** The report as the module writes it. */
    public String checkText(String item, String entry, CheckOptions options) {
        return call("gongkai_check", new long[0], bytes(item), bytes(entry), bytes(options.json()));
    }

    /**
     * An entry of {@code PACK/ITEM} as citizens read it, a {@code gongkai-reading/1}.
     *
     * @param lang language of the words around the values, {@code zh-CN} or {@code en}
     */
    public JsonNode reading(String item, String entry, String lang) {
        return reading(item, entry, lang, false);
    }

    /** The same as a fragment of HTML; every text in it is escaped. */
    public String readingHtml(String item, String entry, String lang) {
        return reading(item, entry, lang, true).asText();
    }

    private JsonNode reading(String item, String entry, String lang, boolean html) {
        String options = JSON.createObjectNode().put("lang", lang).put("html", html).toString();
        return parsed(call("gongkai_reading", new long[0], bytes(item), bytes(entry), bytes(options)));
    }

    /** The form model of {@code PACK/ITEM}, a {@code gongkai-form/1}. */
    public JsonNode form(String item) {
        return parsed(call("gongkai_form", new long[0], bytes(item)));
    }

    /** Version of the validator and of its interface. */
    public JsonNode version() {
        return parsed(call("gongkai_version", new long[0]));
    }

    private synchronized String call(String name, long[] numbers, byte[]... texts) {
        if (trapped) {
            throw new ValidatorException("validator-trapped", "it has failed before; make another one", null);
        }
        byte[] answer;
        try {
            answer = callAlone(name, numbers, texts);
        } catch (ChicoryException failure) {
            // What is in its memory now cannot be relied on.
            trapped = true;
            throw new ValidatorException("validator-trapped", failure.getMessage(), failure);
        }
        String text = new String(answer, 1, answer.length - 1, StandardCharsets.UTF_8);
        if (answer[0] != 0) {
            JsonNode failure = parsed(text);
            throw new ValidatorException(failure.get("code").asText(), failure.get("message").asText(), null);
        }
        return text;
    }

    private byte[] callAlone(String name, long[] numbers, byte[][] texts) {
        long[] arguments = new long[numbers.length + 2 * texts.length];
        System.arraycopy(numbers, 0, arguments, 0, numbers.length);
        int at = numbers.length;
        for (byte[] text : texts) {
            long address = instance.export("gongkai_alloc").apply(text.length)[0];
            memory.write((int) address, text);
            arguments[at++] = address;
            arguments[at++] = text.length;
        }
        long answered = instance.export(name).apply(arguments)[0];
        int address = (int) (answered >>> 32);
        int length = (int) answered;
        byte[] answer = memory.readBytes(address, length);
        instance.export("gongkai_free").apply(address, length);
        for (at = numbers.length; at < arguments.length; at += 2) {
            instance.export("gongkai_free").apply(arguments[at], arguments[at + 1]);
        }
        return answer;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("the module writes JSON", failure);
        }
    }
}
