package county.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import county.gongkai.GongkaiFilter;
import county.gongkai.GongkaiProperties;
import county.gongkai.Verdicts;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
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
    private final FormTargets targets;
    private final Verdicts verdicts;
    private final ObjectMapper json;
    private final GongkaiProperties properties;
    private final HttpSession session;

    /** @param session that of the request which is being answered */
    public AdminController(
            EntryStore entries,
            FormTargets targets,
            Verdicts verdicts,
            ObjectMapper json,
            GongkaiProperties properties,
            HttpSession session) {
        this.entries = entries;
        this.targets = targets;
        this.verdicts = verdicts;
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
        FormTarget target = targets.of(pack, item);
        if (target.isGone()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return form(target, null, 0, model, null);
    }

    @GetMapping("/admin/entries/{id}")
    String edit(@PathVariable long id, Locale locale, Model model) {
        StoredEntry stored = stored(id);
        FormTarget target = targets.of(stored);
        if (target.isGone()) {
            model.addAttribute("reading", verdicts.reading(stored.entry().toString(), locale).orElse(null));
        }
        return form(target, stored.entry().toString(), stored.version(), model, null);
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
        FormTarget target = targets.of(pack, item);
        if (target.isGone()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return form(target, entry, 0, model, "unsaved");
        }
        if (!isStorable(target, entry, act, passed)) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return form(target, entry, 0, model, "unreadable");
        }
        entries.add(pack, item, parse(entry).orElseThrow(), GongkaiFilter.PUBLISH.equals(act));
        session.setAttribute(SAVED, target.address());
        return "redirect:/admin";
    }

    /** @param isWithdrawn the editor has been told that the entry goes offline, and wants it so */
    @PostMapping("/admin/entries/{id}")
    String replace(
            @PathVariable long id,
            @RequestParam(FIELD) String entry,
            @RequestParam long version,
            @RequestParam(name = GongkaiFilter.ACT, required = false) String act,
            @RequestParam(name = "withdraw", defaultValue = "false") boolean isWithdrawn,
            @RequestAttribute(name = GongkaiFilter.PASSED, required = false) String passed,
            Model model,
            HttpServletResponse response) {
        StoredEntry stored = stored(id);
        FormTarget target = targets.of(stored);
        if (!isStorable(target, entry, act, passed)) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return form(target, entry, version, model, "unreadable");
        }
        boolean isPublic = GongkaiFilter.PUBLISH.equals(act);
        if (stored.isPublic() && !isPublic && !isWithdrawn && version == stored.version()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return form(target, entry, version, model, "withdraw");
        }
        if (entries.replace(stored, version, parse(entry).orElseThrow(), isPublic)) {
            session.setAttribute(SAVED, target.address());
            return "redirect:/admin";
        }
        // What was typed stays in the form; saving once more replaces what the other editor wrote.
        response.setStatus(HttpStatus.CONFLICT.value());
        StoredEntry theirs = stored(id);
        return form(targets.of(theirs), entry, theirs.version(), model, "overtaken");
    }

    /** What the filter does not let pass: the form with all that was typed and what is wrong. */
    @PostMapping("/admin/refused")
    String refused(HttpServletRequest request, @RequestParam(FIELD) String entry, Model model) {
        String path = (String) request.getAttribute(RequestDispatcher.FORWARD_SERVLET_PATH);
        FormTarget target = Optional.ofNullable(path)
                .flatMap(targets::at)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        JsonNode report = (JsonNode) request.getAttribute(GongkaiFilter.REPORT);
        model.addAttribute("report", report);
        String version = request.getParameter("version");
        long number = version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
        return form(target, entry, number, model, report != null ? "refused" : target.isGone() ? "unsaved" : "unreadable");
    }

    /** @param told what the editor has to know first, a key of the messages; null when all is well */
    private String form(FormTarget target, String entry, long version, Model model, String told) {
        model.addAttribute("item", target.known());
        model.addAttribute("stored", target.stored());
        model.addAttribute("isGone", target.isGone());
        model.addAttribute("target", target.address());
        model.addAttribute("entry", entry);
        // What is no entry of the item comes back as the text that it is.
        model.addAttribute("isText", target.isGone() || entry != null && !isOf(target, entry));
        model.addAttribute("version", version);
        model.addAttribute("told", told);
        model.addAttribute("saved", session.getAttribute(SAVED));
        session.removeAttribute(SAVED);
        return "admin/form";
    }

    /** Public is what says so and has passed the filter, word for word; what says neither is not stored. */
    private boolean isStorable(FormTarget target, String entry, String act, String passed) {
        boolean isAllowed = GongkaiFilter.DRAFT.equals(act) || GongkaiFilter.PUBLISH.equals(act) && entry.equals(passed);
        return isAllowed && isOf(target, entry);
    }

    /** Whether the entry is of this item: the filter has checked it as one of the item that it names. */
    private boolean isOf(FormTarget target, String entry) {
        return parse(entry)
                .map(read -> read.path("pack").asText() + "/" + read.path("item").asText())
                .filter(target.item()::equals)
                .isPresent();
    }

    private Optional<JsonNode> parse(String entry) {
        try {
            return Optional.of(json.readTree(entry)).filter(JsonNode::isObject);
        } catch (JsonProcessingException error) {
            return Optional.empty();
        }
    }

    private StoredEntry stored(long id) {
        return entries.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
