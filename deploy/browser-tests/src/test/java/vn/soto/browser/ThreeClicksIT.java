package vn.soto.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that starts something is linked from a page that its senders reach in three clicks from home. */
@Tag("browser")
@Tag("processes")
@ResourceLock(value = RunningProduct.DEMO, mode = ResourceAccessMode.READ)
final class ThreeClicksIT {

    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)");
    private static final Pattern ID = Pattern.compile("/[^/]*[0-9][^/]*");
    private static final int CLICKS = 3;

    /** Commands whose form is a page of its own. */
    private static final Map<String, String> OWN_PAGES = Map.of(
            "/visit", "record-assistance",
            "/rows/visits", "record-assistance",
            "/found-team", "form-team",
            "/held-training", "record-training");

    @ParameterizedTest
    @ValueSource(strings = {"member", "leader", "officer", "organisation-officer", "administrator"})
    void everyStartingCommandOfARoleIsReached(String account) {
        Set<String> starting = new TreeSet<>(
                PRODUCT.json(account, "/api").at("/links/commands").propertyNames());
        Set<String> reached = new TreeSet<>();
        // One page of each kind is opened: others have the same links to commands.
        Set<String> kinds = new HashSet<>();
        List<String> pages = List.of("/");
        for (int click = 0; click < CLICKS && !reached.containsAll(starting); click++) {
            List<String> further = new ArrayList<>();
            for (String page : pages) {
                Matcher links = LINK.matcher(
                        PRODUCT.page(account, page, "Accept", "text/html").body());
                while (links.find()) {
                    String to = links.group(1).replace("&amp;", "&");
                    String path = to.split("\\?", 2)[0];
                    command(path, reached);
                    boolean isPage = !path.matches("/(api|assets|do|sign-out|preferences|help)(/.*)?");
                    if (isPage && kinds.add(ID.matcher(path).replaceAll("/*"))) {
                        further.add(to);
                    }
                }
            }
            pages = further;
        }
        assertThat(reached).containsAll(starting);
    }

    private static void command(String path, Set<String> reached) {
        if (path.startsWith("/do/")) {
            reached.add(path.substring("/do/".length()));
        } else if (OWN_PAGES.containsKey(path)) {
            reached.add(OWN_PAGES.get(path));
        }
    }
}
