package county.gongkai;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Checks each post with an entry once more before the site sees it. What the guideline does not let pass is handed to
 * the page that the site names, with the entry and the report; it reaches no handler that would store it.
 *
 * <p>A post is a draft only when it says so. Servers with {@code javax.servlet} take the same filter with the other
 * package name.
 */
public class GongkaiFilter extends OncePerRequestFilter {
    /** Parameter with the entry, the {@code name} of the element. */
    public static final String ENTRY = "entry";
    /** Parameter of the button. */
    public static final String ACT = "act";
    /** Its value that keeps an entry without making it public. */
    public static final String DRAFT = "draft";
    /** Attribute with the report, for the page that tells of the refusal. */
    public static final String REPORT = "gongkai.report";

    private final Verdicts verdicts;
    private final String refused;

    /**
     * @param refused path of the page that a refused post is handed to
     */
    public GongkaiFilter(Verdicts verdicts, String refused) {
        this.verdicts = verdicts;
        this.refused = refused;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getParameter(ENTRY) == null
                || DRAFT.equals(request.getParameter(ACT));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getParameterValues(ENTRY).length > 1) {
            // The handler might read another one than was checked.
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        JsonNode report;
        try {
            report = verdicts.publishing(request.getParameter(ENTRY));
        } catch (UnreadableEntryException error) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (Verdicts.isBlocked(report)) {
            request.setAttribute(REPORT, report);
            response.setStatus(422);
            request.getRequestDispatcher(refused).forward(request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
