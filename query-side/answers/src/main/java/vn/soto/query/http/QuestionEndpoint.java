package vn.soto.query.http;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.method.HandlerMethod;
import vn.soto.web.AnswerType;
import vn.soto.web.EndpointRight;

/**
 * How a question is asked.
 *
 * @param question  its method
 * @param answering makes the answer with what belongs to one
 * @param terms     conditions to who asks it
 * @param called    the method of {@code answering}, for Spring
 * @param json      whether that is sent; if not, the answer is the whole response
 * @param ofTheLedger whether the answer depends on nothing but the ledger and who asks
 * @param shared    whether others may get the answer over HTTP: what is told about the own account is nothing to them
 */
record QuestionEndpoint(
        HandlerMethod question,
        QueryContextResolver.Terms terms,
        QueryEndpoint answering,
        HandlerMethod called,
        AnswerType type,
        boolean json,
        boolean ofTheLedger,
        boolean shared) {

    /** Empty for a method that is no question. */
    static Optional<QuestionEndpoint> of(HandlerMethod method, ObjectProvider<QueryExecutor> queries) {
        return Optional.ofNullable(method.getMethodAnnotation(Query.class)).map(query -> of(method, query, queries));
    }

    private static QuestionEndpoint of(HandlerMethod method, Query query, ObjectProvider<QueryExecutor> queries) {
        QueryEndpoint answering = new QueryEndpoint(method, query.effort(), queries);
        boolean json = isAnsweredInJson(method);
        boolean ofTheLedger = json && query.effort() == Query.Effort.SHARED;
        return new QuestionEndpoint(
                method,
                QueryContextResolver.Terms.of(method),
                answering,
                answering.handler(),
                new AnswerType(method.getMethod()),
                json,
                ofTheLedger,
                ofTheLedger && query.right() != EndpointRight.OWN_ACCOUNT);
    }

    static boolean isAnsweredInJson(HandlerMethod method) {
        return method.hasMethodAnnotation(Query.class)
                && AnswerType.sent(method.getMethod()).toClass() == QueryAnswer.class;
    }

    Object sent(QueryAnswer<?> answer) {
        return json ? answer : answer.answer();
    }
}
