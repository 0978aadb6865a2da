package county.gongkai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** An entry as citizens read it: the guideline's names beside the values. */
@Component
public class Reading {
    /** Documents have no columns in the pack: the names of their parts are the same everywhere. */
    private static final Map<String, String> DOCUMENT_PARTS =
            Map.of("title", "标题", "number", "发文字号", "date", "日期", "link", "链接");

    /**
     * A name with its value: a text, several lines, or a table.
     *
     * @param lines one for a plain value
     * @param columns names of the columns of a table; empty for lines
     * @param rows the cells of the table, row by row
     */
    public record Fact(String name, List<String> lines, List<String> columns, List<List<String>> rows) {
        static Fact of(String name, List<String> lines) {
            return new Fact(name, lines, List.of(), List.of());
        }

        public boolean isTable() {
            return !columns.isEmpty();
        }
    }

    /** The elements that the entry has something for, in the order of the guideline. */
    public List<Fact> of(Item item, JsonNode entry) {
        List<Fact> facts = new ArrayList<>();
        for (JsonNode field : item.definition().path("fields")) {
            JsonNode value = entry.path("elements").path(field.path("key").asText());
            if (!value.isMissingNode() && !value.isNull() && !value.toString().isEmpty()) {
                facts.add(fact(field, value));
            }
        }
        return facts;
    }

    private Fact fact(JsonNode field, JsonNode value) {
        String name = field.path("name").asText();
        JsonNode kind = field.path("kind");
        List<JsonNode> parts = elements(kind.path("columns"));
        if (value.isArray() && value.path(0).isObject()) {
            return table(name, parts, elements(value));
        }
        if (value.isObject() && kind.has("fields")) {
            List<String> lines = new ArrayList<>();
            for (JsonNode part : kind.path("fields")) {
                JsonNode inner = value.path(part.path("key").asText());
                if (!inner.isMissingNode() && !inner.isNull()) {
                    lines.add(part.path("name").asText() + "：" + text(inner));
                }
            }
            return Fact.of(name, lines);
        }
        if (value.isArray()) {
            return Fact.of(name, elements(value).stream().map(Reading::text).toList());
        }
        return Fact.of(name, List.of(text(value)));
    }

    private static Fact table(String name, List<JsonNode> columns, List<JsonNode> rows) {
        List<String> keys = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (JsonNode column : columns) {
            keys.add(column.path("key").asText());
            names.add(column.path("name").asText());
        }
        if (columns.isEmpty()) {
            rows.forEach(row -> row.fieldNames().forEachRemaining(key -> {
                if (!keys.contains(key)) {
                    keys.add(key);
                    names.add(DOCUMENT_PARTS.getOrDefault(key, key));
                }
            }));
        }
        List<List<String>> cells =
                rows.stream().map(row -> keys.stream().map(key -> text(row.path(key))).toList()).toList();
        return new Fact(name, List.of(), names, cells);
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? "是" : "否";
        }
        if (value.has("start") || value.has("end")) {
            return value.path("start").asText() + "至" + value.path("end").asText();
        }
        if (value.has("amount")) {
            return value.path("amount").asText() + value.path("unit").asText();
        }
        if (value.isArray()) {
            return String.join("、", elements(value).stream().map(Reading::text).toList());
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
