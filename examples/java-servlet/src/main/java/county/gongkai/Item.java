package county.gongkai;

import com.fasterxml.jackson.databind.JsonNode;

/** One row of a guideline (二级事项). */
public record Item(String pack, String domain, JsonNode definition) {
    public String id() {
        return definition.path("id").asText();
    }

    public String name() {
        return definition.path("name").asText();
    }

    public String timeLimit() {
        return definition.path("time_limit").path("text").asText();
    }
}
