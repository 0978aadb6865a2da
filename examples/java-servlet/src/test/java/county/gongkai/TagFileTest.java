package county.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.jasper.servlet.JasperInitializer;
import org.apache.jasper.servlet.JspServlet;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.scan.StandardJarScanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.util.HtmlUtils;

/** The tag file for sites with JSP, and the page that the README shows, drawn by a servlet container. */
class TagFileTest {
    /** What has to come through as it is: everything that means something in HTML, and letters beyond the first plane. */
    private static final String ENTRY =
            "{\"title\":\"</textarea><script>alert('1')</script> & &amp; \\\"𠮷\\\"\",\"elements\":{}}";

    private static final Pattern PAGE = Pattern.compile("```jsp\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ELEMENT = Pattern.compile("<gongkai-form\\s(.*?)>\\s*<label>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?(?:\\s+|$)");
    private static final Pattern FIELD = Pattern.compile("<textarea name=\"([^\"]*)\"[^>]*>(.*?)</textarea>", Pattern.DOTALL);

    @TempDir
    Path folder;

    private Tomcat tomcat;
    /** What the handler before the page has set. */
    private Map<String, Object> given = Map.of();

    @BeforeEach
    void start() throws Exception {
        Path tags = Files.createDirectories(folder.resolve("site/WEB-INF/tags"));
        Files.copy(Path.of("jsp/WEB-INF/tags/gongkai-form.tag"), tags.resolve("gongkai-form.tag"));
        tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector();
        Context site = tomcat.addContext("/county", folder.resolve("site").toString());
        site.addServletContainerInitializer(new JasperInitializer(), null);
        // The tag libraries lie on the class path of the test.
        site.setParentClassLoader(getClass().getClassLoader());
        ((StandardJarScanner) site.getJarScanner()).setScanClassPath(true);
        Wrapper jsp = Tomcat.addServlet(site, "jsp", new JspServlet());
        jsp.setLoadOnStartup(1);
        site.addServletMappingDecoded("*.jsp", "jsp");
        FilterDef handler = new FilterDef();
        handler.setFilterName("handler");
        handler.setFilter((request, response, chain) -> {
            given.forEach(request::setAttribute);
            chain.doFilter(request, response);
        });
        site.addFilterDef(handler);
        FilterMap everywhere = new FilterMap();
        everywhere.setFilterName("handler");
        everywhere.addURLPattern("/*");
        site.addFilterMap(everywhere);
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void aStoredEntryComesThroughAsItIs() throws Exception {
        for (String readme : new String[] {"README.md", "README.zh-CN.md"}) {
            Matcher page = PAGE.matcher(Files.readString(Path.of(readme)));
            assertTrue(page.find(), readme + " shows no page");
            JsonNode report = new ObjectMapper().readTree("{\"verdict\":\"blocked\",\"issues\":[]}");
            String drawn = draw(page.group(1), Map.of(
                    "entry", ENTRY, "version", 7L, "gongkai.report", report, "target", "/save?id=1&x=2", "saved", "/a&b"));
            assertTrue(drawn.contains("src=\"/county/widgets/gongkai.js\""), drawn);
            Map<String, String> attributes = attributes(drawn);
            assertEquals("content", attributes.get("name"));
            assertEquals("zh-CN", attributes.get("lang"));
            assertEquals("/county/widgets/packs/24-compulsory-education.json", attributes.get("pack"));
            assertEquals("yi-wu-jiao-yu-xue-xiao-ming-lu", attributes.get("item"));
            assertEquals(ENTRY, attributes.get("value"));
            assertEquals(report.toString(), attributes.get("report"));
            assertEquals("7", attributes.get("version"));
            assertEquals("/save?id=1&x=2", attributes.get("draft-key"));
            assertEquals("/a&b", attributes.get("draft-saved"));
            assertTrue(attributes.containsKey("publisher") && attributes.containsKey("region"), attributes.toString());
            Matcher field = FIELD.matcher(drawn);
            assertTrue(field.find(), drawn);
            assertEquals("content", field.group(1));
            assertEquals(ENTRY, HtmlUtils.htmlUnescape(field.group(2)));
        }
    }

    @Test
    void whatIsNotGivenIsNotThere() throws Exception {
        String drawn = draw(
                "<%@ page contentType=\"text/html; charset=UTF-8\" pageEncoding=\"UTF-8\" %>"
                        + "<%@ taglib prefix=\"site\" tagdir=\"/WEB-INF/tags\" %>"
                        + "<site:gongkai-form pack=\"a\" item=\"b\" name=\"body\" lang=\"en\" fallback=\"1 < 2\" draft=\"d\"/>",
                Map.of());
        Map<String, String> expected = Map.of(
                "name", "body", "lang", "en", "pack", "/county/widgets/packs/a.json", "item", "b",
                "draft-key", "d", "draft-saved", "none", "guidance", "", "ready-list", "");
        assertEquals(expected, attributes(drawn));
        assertTrue(drawn.contains("1 &lt; 2"), drawn);
        Matcher field = FIELD.matcher(drawn);
        assertTrue(field.find(), drawn);
        assertEquals("body", field.group(1));
        assertEquals("", field.group(2));
    }

    /** What the container makes of a page, with these attributes of the request. */
    private String draw(String page, Map<String, Object> given) throws IOException, InterruptedException {
        String name = "page" + page.hashCode() + ".jsp";
        Files.writeString(folder.resolve("site").resolve(name), page);
        this.given = given;
        URI address = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/county/" + name);
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static Map<String, String> attributes(String drawn) {
        Matcher element = ELEMENT.matcher(drawn);
        assertTrue(element.find(), drawn);
        return ATTRIBUTE.matcher(element.group(1).strip()).results().collect(Collectors.toMap(
                attribute -> attribute.group(1), TagFileTest::value));
    }

    private static String value(MatchResult attribute) {
        return attribute.group(2) == null ? "" : HtmlUtils.htmlUnescape(attribute.group(2));
    }
}
