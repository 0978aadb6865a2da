package county.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import county.gongkai.GongkaiFilter;
import county.gongkai.GongkaiProperties;
import county.gongkai.Item;
import county.gongkai.Packs;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The editors' pages. What arrives here for publishing has passed the {@link GongkaiFilter}. */
@Controller
public class AdminController {
    private final EntryStore entries;
    private final Packs packs;
    private final ObjectMapper json;
    private final GongkaiProperties properties;

    public AdminController(EntryStore entries, Packs packs, ObjectMapper json, GongkaiProperties properties) {
        this.entries = entries;
        this.packs = packs;
        this.json = json;
        this.properties = properties;
    }

    @ModelAttribute("gongkai")
    GongkaiProperties properties() {
        return properties;
    }

    @GetMapping("/admin")
    String all(Model model) {
        model.addAttribute("entries", entries.all());
        return "admin/list";
    }

    @GetMapping("/admin/{pack}/{item}/new")
    String write(@PathVariable String pack, @PathVariable String item, Model model) {
        return form(item(pack, item), null, null, "/admin/" + pack + "/" + item, 0, model);
    }

    @GetMapping("/admin/entries/{id}")
    String edit(@PathVariable long id, Model model) {
        StoredEntry stored = stored(id);
        Item item = item(stored.pack(), stored.item());
        return form(item, stored.entry().toString(), null, "/admin/entries/" + id, stored.version(), model);
    }

    @PostMapping("/admin/{pack}/{item}")
    String add(
            @PathVariable String pack,
            @PathVariable String item,
            @RequestParam String entry,
            @RequestParam(name = GongkaiFilter.ACT, required = false) String act) {
        entries.add(pack, item, read(item(pack, item), entry), !GongkaiFilter.DRAFT.equals(act));
        return "redirect:/admin";
    }

    @PostMapping("/admin/entries/{id}")
    String replace(
            @PathVariable long id,
            @RequestParam String entry,
            @RequestParam long version,
            @RequestParam(name = GongkaiFilter.ACT, required = false) String act,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        StoredEntry stored = stored(id);
        Item item = item(stored.pack(), stored.item());
        boolean isPublic = !GongkaiFilter.DRAFT.equals(act);
        if (entries.replace(stored, version, read(item, entry), isPublic)) {
            return "redirect:/admin";
        }
        // What was typed stays in the form; saving once more replaces what the other editor wrote.
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("isOvertaken", true);
        return form(item, entry, null, "/admin/entries/" + id, stored.version(), model);
    }

    /** What the filter does not let pass: the form with all that was typed and what is wrong. */
    @PostMapping("/admin/refused")
    String refused(HttpServletRequest request, @RequestParam String entry, Model model) {
        Object report = request.getAttribute(GongkaiFilter.REPORT);
        if (!(report instanceof JsonNode issues)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        JsonNode read = parse(entry);
        Item item = item(read.path("pack").asText(), read.path("item").asText());
        String target = (String) request.getAttribute("jakarta.servlet.forward.request_uri");
        String version = request.getParameter("version");
        long number = version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
        return form(item, entry, issues.toString(), target, number, model);
    }

    private String form(Item item, String entry, String report, String target, long version, Model model) {
        model.addAttribute("item", item);
        model.addAttribute("entry", entry);
        model.addAttribute("report", report);
        model.addAttribute("target", target);
        model.addAttribute("version", version);
        return "admin/form";
    }

    private Item item(String pack, String item) {
        return packs.item(pack, item).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private StoredEntry stored(long id) {
        return entries.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The entry, of the item whose page it was posted from: it was checked as one of the item that it names. */
    private JsonNode read(Item item, String entry) {
        JsonNode read = parse(entry);
        String named = read.path("pack").asText() + "/" + read.path("item").asText();
        if (!named.equals(item.address())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return read;
    }

    private JsonNode parse(String entry) {
        try {
            JsonNode read = json.readTree(entry);
            if (read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException error) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, error);
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}
