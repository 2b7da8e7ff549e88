package vn.soto.harness;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Follows the links of pages from where a role begins: one page of each kind, then others chosen by a seed. The kind of an address is its
 * path with ids left out.
 */
public final class PageCrawl {

    private static final Pattern ID = Pattern.compile(
            "/([0-9a-f]{8}-[0-9a-f-]{27}|[a-z]+(?::|%3A)[a-z0-9-]+|[a-z-]+-[0-9]{2,}|[0-9]+|[0-9]{4}-Q[1-4]|[A-Z]\\d{0,2}(\\.[a-zA-Z0-9-]+)?)(?=/|$)");
    /** Pages that are made from a command, each kind as the others are. */
    private static final Pattern OF_A_COMMAND = Pattern.compile("^/(do|commands)/.*");

    /** Clicks from where a role begins to pages that lead to others within as many. */
    private static final int LEADING = 3;

    /** Pages of a kind that lead on, of which each may lead elsewhere: more at length. */
    private static final int SEVERAL = Boolean.getBoolean("soto.long") ? 4 : 2;

    /** More often nobody asks for a page that is not there yet. */
    private static final int AGAIN = 30;

    private static final List<String> OTHERS =
            List.of("/api/", "/assets/", "/preferences", "/sign-", "//", "/actuator", "/field");

    /** Accounts of the demo, one of each role. */
    public static final List<String> ROLES = List.of(
            "member", "leader", "officer", "administrator", "auditor", "viewer", "operator", "organisation-officer");

    private final Asker asker;
    private final String role;
    private final Random random;
    private final int most;

    /** Asks in the name of an account. */
    public interface Asker {

        HttpResponse<String> get(String account, String path, String... headers);

        /** A page; asked again for as long as the product says when to. */
        default HttpResponse<String> page(String account, String path) {
            HttpResponse<String> answer = get(account, path, "Accept", "text/html");
            for (int again = 0; again < AGAIN; again++) {
                Optional<String> seconds = answer.headers().firstValue("Retry-After");
                if (seconds.isEmpty()) {
                    break;
                }
                LockSupport.parkNanos(
                        Duration.ofSeconds(Long.parseLong(seconds.get())).toNanos());
                answer = get(account, path, "Accept", "text/html");
            }
            return answer;
        }
    }

    /**
     * A page as it was answered.
     *
     * @param clicks from where the role begins
     */
    public record Visited(
            String role, String path, String from, HttpResponse<String> answer, Document document, int clicks) {

        @Override
        public String toString() {
            return role + " at " + path + " (from " + from + ")";
        }
    }

    public PageCrawl(Asker asker, String role, long seed, int most) {
        this.asker = asker;
        this.role = role;
        this.random = new Random(seed);
        this.most = most;
    }

    public static String kind(String path) {
        String plain = path.split("[?#]", 2)[0];
        String kind = ID.matcher(plain).replaceAll("/*");
        return path.contains("asOf=") ? kind + " as of" : kind;
    }

    /**
     * Pages of each kind as of now: that which the fewest clicks find, and of those that lead on within three clicks a few more. One
     * person or place may have little. All forms are one kind, and so are all descriptions of commands: each is made from its command.
     */
    public List<Visited> kinds() {
        return visited(false);
    }

    public List<Visited> visited() {
        return visited(true);
    }

    private List<Visited> visited(boolean others) {
        List<Visited> pages = new ArrayList<>();
        Map<String, Integer> clicks = new HashMap<>(Map.of("/", 0));
        Map<String, String> from = new LinkedHashMap<>();
        Map<String, Integer> kinds = new HashMap<>();
        Deque<String> ofNewKinds = new ArrayDeque<>(List.of("/"));
        List<String> more = new ArrayList<>();
        from.put("/", "the beginning");
        while (pages.size() < most && !(ofNewKinds.isEmpty() && more.isEmpty())) {
            String path = ofNewKinds.isEmpty() ? more.removeLast() : ofNewKinds.removeFirst();
            int reached = clicks.getOrDefault(path, 0);
            Visited page = visit(path, from.getOrDefault(path, ""), reached);
            pages.add(page);
            List<String> links = links(page.document());
            Collections.shuffle(links, random);
            for (String link : links) {
                if ((others || !link.contains("asOf=")) && from.putIfAbsent(link, path) == null) {
                    clicks.put(link, reached + 1);
                    String kind = others
                            ? kind(link)
                            : OF_A_COMMAND.matcher(kind(link)).replaceAll("/$1/*");
                    boolean leads = !others
                            && reached + 1 < LEADING
                            && !OF_A_COMMAND.matcher(kind).matches();
                    if (kinds.merge(kind, 1, Integer::sum) <= (leads ? SEVERAL : 1)) {
                        ofNewKinds.add(link);
                    } else if (others) {
                        more.add(random.nextInt(more.size() + 1), link);
                    }
                }
            }
        }
        return pages;
    }

    public Visited visit(String path, String from) {
        return visit(path, from, 0);
    }

    private Visited visit(String path, String from, int clicks) {
        HttpResponse<String> answer = asker.page(role, path);
        return new Visited(role, path, from, answer, Jsoup.parse(answer.body()), clicks);
    }

    /** Addresses of other pages of the product, without what is below a page. */
    private static List<String> links(Document page) {
        List<String> links = new ArrayList<>();
        for (Element link : page.select("a[href^=/]")) {
            String href = link.attr("href").split("#", 2)[0];
            if (OTHERS.stream().noneMatch(href::startsWith) && !href.contains("asOfDay=")) {
                links.add(href);
            }
        }
        return links;
    }
}
