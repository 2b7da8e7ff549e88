package vn.soto.e2e.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Element;
import vn.soto.harness.PageCrawl.Asker;
import vn.soto.harness.PageCrawl.Visited;

/** The compressed bytes of a page, alone and with the style and the scripts that a first visit loads besides. */
final class PageBytes {

    private static final int KILOBYTE = 1024;

    /** By the address of a page, in kilobytes; the first that fits counts. A page of rows has fifty lines of fields. */
    private static final List<Bar> BARS = List.of(
            new Bar("/(do/|visit|found-team|held-training|assign-households|new-account|import/).*", 8, 38),
            new Bar("/verify.*", 6, 20),
            new Bar("/teams/[^/]+/timeline.*", 10, 40),
            new Bar(".*", 22, 55));

    private static final Pattern IMPORTED = Pattern.compile("(?m)^import .*?'\\./([a-z-]+\\.js)';$");

    private final Asker asker;
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();

    PageBytes(Asker asker) {
        this.asker = asker;
    }

    /** @param html kilobytes of the page alone */
    private record Bar(String address, int html, int firstVisit) {}

    List<String> wrong(Visited page) {
        Bar bar = BARS.stream()
                .filter(each -> page.path().matches(each.address))
                .findFirst()
                .orElseThrow();
        int html = compressed(page.answer().body());
        Map<String, Integer> loaded = new LinkedHashMap<>();
        for (Element file : page.document().select("link[rel=stylesheet], script[src]")) {
            load(file.hasAttr("src") ? file.attr("src") : file.attr("href"), page.role(), loaded);
        }
        int whole = html + loaded.values().stream().mapToInt(Integer::intValue).sum();
        List<String> wrong = new ArrayList<>();
        if (html > bar.html * KILOBYTE) {
            wrong.add(html + " bytes compressed");
        }
        if (whole > bar.firstVisit * KILOBYTE) {
            wrong.add(whole + " bytes at a first visit, with " + loaded);
        }
        return wrong;
    }

    private void load(String file, String role, Map<String, Integer> loaded) {
        if (loaded.containsKey(file)) {
            return;
        }
        String text = files.computeIfAbsent(file, of -> asker.get(role, of).body());
        loaded.put(file, sizes.computeIfAbsent(file, of -> compressed(text)));
        IMPORTED.matcher(text)
                .results()
                .map(imported -> file.substring(0, file.lastIndexOf('/') + 1) + imported.group(1))
                .forEach(imported -> load(imported, role, loaded));
    }

    static int compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }
}
