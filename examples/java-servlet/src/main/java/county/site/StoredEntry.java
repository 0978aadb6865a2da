package county.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An entry as the site keeps it: plain JSON beside what lists need.
 *
 * @param isPublic whether citizens see it
 * @param version counts the changes, so that two editors do not overwrite each other
 */
public record StoredEntry(long id, String pack, String item, String title, boolean isPublic, long version, JsonNode entry) {
    /** The elements as text under their keys, without those that are for programs. */
    public Map<String, String> elements() {
        Map<String, String> elements = new LinkedHashMap<>();
        entry.path("elements").fields().forEachRemaining(element -> {
            if (!element.getKey().startsWith("x-")) {
                JsonNode value = element.getValue();
                elements.put(element.getKey(), value.isValueNode() ? value.asText() : value.toString());
            }
        });
        return elements;
    }
}
