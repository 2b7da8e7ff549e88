package vn.soto.contracts.person;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.soto.contracts.shared.Id;

/**
 * The subjects that a command names which a plan holds as JSON text, told from the names of its components. No text that people
 * type can look like one: quotes in it are escaped, and personal texts are sealed.
 */
public final class SubjectsInJson {

    private static final String SUBJECT = "subject";

    /** The components of commands that name members, households, businesses and requests. */
    private static final Map<String, SubjectKind> COMPONENTS = Map.ofEntries(
            Map.entry("member", SubjectKind.MEMBER),
            Map.entry("leader", SubjectKind.MEMBER),
            Map.entry("witness", SubjectKind.MEMBER),
            Map.entry("by", SubjectKind.MEMBER),
            Map.entry("verifier", SubjectKind.MEMBER),
            Map.entry("helpers", SubjectKind.MEMBER),
            Map.entry("holders", SubjectKind.MEMBER),
            Map.entry("household", SubjectKind.HOUSEHOLD),
            Map.entry("survivor", SubjectKind.HOUSEHOLD),
            Map.entry("business", SubjectKind.BUSINESS),
            Map.entry("request", SubjectKind.REQUEST));

    private static final String TEXT = "\"(?:[a-z]+:)?" + Id.FORM + "\"";
    private static final Pattern NAMED = Pattern.compile(
            "\"([a-zA-Z]+)\"\\s*:\\s*(" + TEXT + "|\\[\\s*" + TEXT + "(?:\\s*,\\s*" + TEXT + ")*+\\s*])");
    private static final Pattern ONE = Pattern.compile(TEXT);

    private SubjectsInJson() {}

    /** Whether a component of this name is known to name a subject of that kind. */
    public static boolean knows(String component, SubjectKind kind) {
        return COMPONENTS.get(component) == kind;
    }

    static Set<Subject> of(String json) {
        Set<Subject> found = new TreeSet<>();
        Matcher named = NAMED.matcher(json);
        while (named.find()) {
            String component = named.group(1);
            ids(named.group(2)).flatMap(id -> subject(component, id)).forEach(found::add);
        }
        return found;
    }

    private static Stream<String> ids(String texts) {
        return ONE.matcher(texts)
                .results()
                .map(MatchResult::group)
                .map(quoted -> quoted.substring(1, quoted.length() - 1));
    }

    private static Stream<Subject> subject(String component, String id) {
        if (component.equals(SUBJECT)) {
            return Subject.ofTag(id).stream();
        }
        SubjectKind kind = COMPONENTS.get(component);
        return kind == null || id.indexOf(':') >= 0 ? Stream.empty() : Stream.of(new Subject(kind, id));
    }
}
