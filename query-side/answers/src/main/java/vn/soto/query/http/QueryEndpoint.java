package vn.soto.query.http;

import java.lang.reflect.Method;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.method.HandlerMethod;
import reactor.core.publisher.Mono;
import vn.soto.query.http.QueryArguments.Given;

/** The endpoint of a method with {@link Query}, which calls it. */
final class QueryEndpoint {

    private static final Method ANSWER = Objects.requireNonNull(
            ReflectionUtils.findMethod(QueryEndpoint.class, "answer", QueryContext.class, Given.class));

    private final HandlerMethod question;
    private final Query.Effort effort;
    private final ObjectProvider<QueryExecutor> queries;

    QueryEndpoint(HandlerMethod question, Query.Effort effort, ObjectProvider<QueryExecutor> queries) {
        this.question = question;
        this.effort = effort;
        this.queries = queries;
        ReflectionUtils.makeAccessible(question.getMethod());
    }

    HandlerMethod handler() {
        return new HandlerMethod(this, ANSWER);
    }

    Mono<QueryAnswer<Object>> answer(QueryContext context, Given arguments) {
        return queries.getObject()
                .answer(
                        context,
                        effort,
                        asked -> Objects.requireNonNull(ReflectionUtils.invokeMethod(
                                question.getMethod(), question.getBean(), arguments.with(asked))));
    }
}
