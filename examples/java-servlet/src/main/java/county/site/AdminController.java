package county.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import county.gongkai.GongkaiFilter;
import county.gongkai.GongkaiProperties;
import county.gongkai.Item;
import county.gongkai.Packs;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The editors' pages. They publish what the {@link GongkaiFilter} has passed, and nothing else. */
@Controller
public class AdminController {
    /** Name of the field with the entry, in the forms of this site. */
    static final String FIELD = "content";
    /** Attribute of the session: address of the form whose draft in the browser may go, since it has been stored. */
    private static final String SAVED = "county.saved";

    private final EntryStore entries;
    private final Packs packs;
    private final ObjectMapper json;
    private final GongkaiProperties properties;
    private final HttpSession session;

    /** @param session that of the request which is being answered */
    public AdminController(
            EntryStore entries, Packs packs, ObjectMapper json, GongkaiProperties properties, HttpSession session) {
        this.entries = entries;
        this.packs = packs;
        this.json = json;
        this.properties = properties;
        this.session = session;
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
        return form(item(pack, item), null, null, "/admin/" + pack + "/" + item, 0, model, null);
    }

    @GetMapping("/admin/entries/{id}")
    String edit(@PathVariable long id, Model model) {
        StoredEntry stored = stored(id);
        Item item = item(stored.pack(), stored.item());
        return form(item, stored.entry().toString(), null, "/admin/entries/" + id, stored.version(), model, null);
    }

    @PostMapping("/admin/{pack}/{item}")
    String add(
            @PathVariable String pack,
            @PathVariable String item,
            @RequestParam(FIELD) String entry,
            @RequestParam(name = GongkaiFilter.ACT, required = false) String act,
            @RequestAttribute(name = GongkaiFilter.PASSED, required = false) String passed,
            Model model,
            HttpServletResponse response) {
        Item known = item(pack, item);
        if (!isStorable(known, entry, act, passed)) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return form(known, entry, null, "/admin/" + pack + "/" + item, 0, model, "unreadable");
        }
        entries.add(pack, item, parse(entry).orElseThrow(), GongkaiFilter.PUBLISH.equals(act));
        session.setAttribute(SAVED, "/admin/" + pack + "/" + item);
        return "redirect:/admin";
    }

    @PostMapping("/admin/entries/{id}")
    String replace(
            @PathVariable long id,
            @RequestParam(FIELD) String entry,
            @RequestParam long version,
            @RequestParam(name = GongkaiFilter.ACT, required = false) String act,
            @RequestAttribute(name = GongkaiFilter.PASSED, required = false) String passed,
            Model model,
            HttpServletResponse response) {
        StoredEntry stored = stored(id);
        Item item = item(stored.pack(), stored.item());
        if (!isStorable(item, entry, act, passed)) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return form(item, entry, null, "/admin/entries/" + id, version, model, "unreadable");
        }
        if (entries.replace(stored, version, parse(entry).orElseThrow(), GongkaiFilter.PUBLISH.equals(act))) {
            session.setAttribute(SAVED, "/admin/entries/" + id);
            return "redirect:/admin";
        }
        // What was typed stays in the form; saving once more replaces what the other editor wrote.
        response.setStatus(HttpStatus.CONFLICT.value());
        return form(item, entry, null, "/admin/entries/" + id, stored.version(), model, "overtaken");
    }

    /** What the filter does not let pass: the form with all that was typed and what is wrong. */
    @PostMapping("/admin/refused")
    String refused(HttpServletRequest request, @RequestParam(FIELD) String entry, Model model) {
        String target = (String) request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        if (target == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        JsonNode report = (JsonNode) request.getAttribute(GongkaiFilter.REPORT);
        Item item = parse(entry)
                .flatMap(read -> packs.item(read.path("pack").asText(), read.path("item").asText()))
                .orElse(null);
        String version = request.getParameter("version");
        long number = version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
        String told = report == null ? "unreadable" : "refused";
        return form(item, entry, report == null ? null : report.toString(), target, number, model, told);
    }

    /** @param told what the editor has to know first, a key of the messages; null when all is well */
    private String form(
            Item item, String entry, String report, String target, long version, Model model, String told) {
        model.addAttribute("item", item);
        model.addAttribute("entry", entry);
        // What is no entry of the item comes back as the text that it is.
        model.addAttribute("isText", item == null || entry != null && !isOf(item, entry));
        model.addAttribute("report", report);
        model.addAttribute("target", target);
        model.addAttribute("version", version);
        model.addAttribute("told", told);
        model.addAttribute("saved", session.getAttribute(SAVED));
        session.removeAttribute(SAVED);
        return "admin/form";
    }

    /** Public is what says so and has passed the filter, word for word; what says neither is not stored. */
    private boolean isStorable(Item item, String entry, String act, String passed) {
        boolean isAllowed = GongkaiFilter.DRAFT.equals(act) || GongkaiFilter.PUBLISH.equals(act) && entry.equals(passed);
        return isAllowed && isOf(item, entry);
    }

    /** Whether the entry is of this item: the filter has checked it as one of the item that it names. */
    private boolean isOf(Item item, String entry) {
        return parse(entry)
                .map(read -> read.path("pack").asText() + "/" + read.path("item").asText())
                .filter(item.address()::equals)
                .isPresent();
    }

    private Optional<JsonNode> parse(String entry) {
        try {
            return Optional.of(json.readTree(entry)).filter(JsonNode::isObject);
        } catch (JsonProcessingException error) {
            return Optional.empty();
        }
    }

    private Item item(String pack, String item) {
        return packs.item(pack, item).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private StoredEntry stored(long id) {
        return entries.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
