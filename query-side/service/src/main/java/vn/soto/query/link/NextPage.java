package vn.soto.query.link;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.ReflectionUtils;

/** The parameter that asks for the page after an answer, and its value: the answer's component {@code next}. */
record NextPage(String parameter, String value) {

    private static final String BEFORE = "before";
    private static final String FROM = "from";

    /** Of a question that pages both ways, the next one goes on as asked: backwards if {@code before} was given. */
    static Optional<NextPage> of(Object answer, Optional<QueryAddress> query, Map<String, String> given) {
        List<String> ways = query.stream()
                .flatMap(asked -> Stream.of(BEFORE, FROM).filter(asked.parameters()::contains))
                .toList();
        Optional<String> parameter = ways.stream()
                .filter(way -> ways.size() == 1 || way.equals(given.containsKey(BEFORE) ? BEFORE : FROM))
                .findFirst();
        return parameter.flatMap(name -> next(answer).map(value -> new NextPage(name, value)));
    }

    private static Optional<String> next(Object answer) {
        return answer instanceof Record page
                ? Arrays.stream(page.getClass().getRecordComponents())
                        .filter(component -> component.getName().equals("next"))
                        .map(component -> {
                            ReflectionUtils.makeAccessible(component.getAccessor());
                            return ReflectionUtils.invokeMethod(component.getAccessor(), page);
                        })
                        .flatMap(Stream::ofNullable)
                        .map(Object::toString)
                        .findFirst()
                : Optional.empty();
    }
}
