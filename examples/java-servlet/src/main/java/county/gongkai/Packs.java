package county.gongkai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The compiled packs in the folder of the widgets. */
@Component
public class Packs {
    private final Map<String, JsonNode> packs = new HashMap<>();
    private final List<byte[]> documents = new ArrayList<>();

    public Packs(GongkaiProperties properties, ObjectMapper json) {
        try (Stream<Path> files = Files.list(properties.dist().resolve("packs"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".json")).sorted().toList()) {
                byte[] document = Files.readAllBytes(file);
                JsonNode pack = json.readTree(document);
                packs.put(pack.path("id").asText(), pack);
                documents.add(document);
            }
        } catch (IOException error) {
            throw new UncheckedIOException("the packs below " + properties.dist() + " cannot be read", error);
        }
    }

    /** The files, for whoever loads them elsewhere. */
    List<byte[]> documents() {
        return documents;
    }

    /** The item with these ids. */
    public Optional<Item> item(String pack, String item) {
        JsonNode found = packs.get(pack);
        if (found == null) {
            return Optional.empty();
        }
        for (JsonNode candidate : found.path("items")) {
            if (candidate.path("id").asText().equals(item)) {
                return Optional.of(new Item(pack, found.path("name").asText(), candidate));
            }
        }
        return Optional.empty();
    }
}
