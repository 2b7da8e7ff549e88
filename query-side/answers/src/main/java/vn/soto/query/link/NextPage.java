package vn.soto.query.link;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.ReflectionUtils;

/** The parameter that asks for the page after an answer, and its value: the answer's component {@code next}. */
record NextPage(String parameter, String value) {
    static Optional<NextPage> of(Object answer, Optional<QueryAddress> query) {
        Optional<String> parameter = answer instanceof Paged paged
                ? Optional.of(paged.nextParameter())
                : query.stream()
                        .flatMap(asked -> Stream.of("before", "from").filter(asked.parameters()::contains))
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
