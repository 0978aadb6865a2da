package county.gongkai;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Checks each request with an entry once more before the site sees it, whatever its method. What the guideline does not
 * let pass is handed to the page that the site names, with the entry and the report; it reaches no handler that would
 * store it.
 *
 * <p>A post is a draft only when it says so. The entry that has passed is left in {@link #PASSED}, and handlers publish
 * nothing else: so nothing becomes public that came round the filter.
 */
public class GongkaiFilter extends OncePerRequestFilter {
    /** Parameter of the button. */
    public static final String ACT = "act";
    /** Its value that makes an entry public. */
    public static final String PUBLISH = "publish";
    /** Its value that keeps an entry without making it public. */
    public static final String DRAFT = "draft";
    /** Attribute with the entry that may be made public, as it was posted. */
    public static final String PASSED = "gongkai.passed";
    /** Attribute with the report, for the page that tells of the refusal; none when the entry cannot be read. */
    public static final String REPORT = "gongkai.report";

    private final Verdicts verdicts;
    private final String refused;
    private final String entry;

    /**
     * @param refused path of the page that a refused post is handed to
     * @param entry parameter with the entry, the {@code name} of the element or of the field that it is bound to
     */
    public GongkaiFilter(Verdicts verdicts, String refused, String entry) {
        this.verdicts = verdicts;
        this.refused = refused;
        this.entry = entry;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isAmbiguous(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        String posted = request.getParameter(entry);
        if (posted == null || DRAFT.equals(request.getParameter(ACT))) {
            chain.doFilter(request, response);
            return;
        }
        try {
            JsonNode report = verdicts.publishing(posted);
            if (!Verdicts.isBlocked(report)) {
                request.setAttribute(PASSED, posted);
                chain.doFilter(request, response);
                return;
            }
            request.setAttribute(REPORT, report);
            response.setStatus(422);
        } catch (UnreadableEntryException error) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        request.getRequestDispatcher(refused).forward(request, response);
    }

    /** Whether the handler might read another entry or another button than is checked here. */
    private boolean isAmbiguous(HttpServletRequest request) throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            try {
                for (Part part : request.getParts()) {
                    boolean isFile = part.getSubmittedFileName() != null;
                    if (isFile && (part.getName().equals(entry) || part.getName().equals(ACT))) {
                        return true;
                    }
                }
            } catch (IllegalStateException error) {
                // The container does not read it, so its parameters are not seen here.
                return true;
            }
        }
        // Names that Spring takes for the entry when there is none.
        if (request.getParameter(entry + "[]") != null || request.getParameter("!" + entry) != null) {
            return true;
        }
        String[] entries = request.getParameterValues(entry);
        String[] acts = request.getParameterValues(ACT);
        return entries != null && (entries.length > 1 || acts != null && acts.length > 1);
    }
}
