package vn.soto.query.http;

import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.query.http.QueryAnswer.Audience;
import vn.soto.query.http.QueryArguments.Given;
import vn.soto.query.link.Links;
import vn.soto.query.link.QueryRequest;
import vn.soto.web.AnswerKeys;
import vn.soto.web.ClearJson;
import vn.soto.web.MemoryShare;
import vn.soto.web.PageReading;
import vn.soto.web.ProblemResponses;
import vn.soto.web.ProblemTexts;
import vn.soto.web.SharedResults;

/**
 * Answers the questions of pages. An answer for which nothing was opened is kept as a tree of JSON. Everybody with the
 * same rights gets it until the next commit, or the account alone if it holds things of its own. Answers about the past
 * are not kept: the pages of one file would fill the memory. The names of people are added for each reader. Thread-safe.
 */
@Component
final class PageAnswers {

    /** Bytes of a tree for each byte of its text. */
    private static final long TREE = 8;

    private final ObjectProvider<QueryExecutor> queries;
    private final ObjectProvider<RequestMappingHandlerAdapter> endpoints;
    private final QueryArguments arguments;
    private final AnswerBytes bytes;
    private final AnswerNames names;
    private final JsonMapper json = ClearJson.mapper();
    private final ProblemResponses problems =
            new ProblemResponses(Problems::of, new ProblemTexts(List.of(ProblemAdvice.TEXTS)));
    private final SharedResults<Key, Made> answers = new SharedResults<>(
            MemoryShare.PAGE_ANSWERS.bytes(), made -> made.kept ? OptionalLong.of(made.size) : OptionalLong.empty());

    /** The audience of the last answer to each question; nobody waits for an answer that others may not get. */
    private final ConcurrentMap<Method, Audience> audiences = new ConcurrentHashMap<>();

    PageAnswers(
            ObjectProvider<QueryExecutor> queries,
            ObjectProvider<RequestMappingHandlerAdapter> endpoints,
            QueryArguments arguments,
            AnswerBytes bytes,
            AnswerNames names) {
        this.queries = queries;
        this.endpoints = endpoints;
        this.arguments = arguments;
        this.bytes = bytes;
        this.names = names;
    }

    /** @param body of the answer, or a problem */
    record Said(int status, JsonNode body) {}

    /**
     * The inputs that determine an answer.
     *
     * @param account for whom alone it is; absent if it is for all
     */
    private record Key(
            QueryRequest question,
            AnswerKeys.Key depends,
            @Nullable String account) {

        boolean holds(QueryAnswer<?> answer) {
            boolean enough = answer.audience() == Audience.BY_RIGHTS
                    || (answer.audience() == Audience.BY_ACCOUNT && account != null);
            return enough && depends.moment().equals(AnswerState.of(answer.freshness()));
        }
    }

    /**
     * An answer before people have names.
     *
     * @param asOf commit that it describes
     * @param kept whether it is an answer to its key
     */
    private record Made(JsonNode tree, Links.@Nullable People people, long asOf, boolean kept, long size) {}

    /** @param shares whether the answer may be one that was made before */
    Mono<Said> answer(ServerWebExchange exchange, QuestionEndpoint endpoint, boolean shares) {
        return Mono.defer(() -> QueryContextResolver.context(exchange, endpoint.terms()))
                .flatMap(context -> found(context, endpoint, given(endpoint, exchange), shares)
                        .flatMap(made -> named(made, context)))
                .map(tree -> new Said(200, tree))
                .onErrorResume(failed -> Mono.fromSupplier(() -> refused(failed, exchange)));
    }

    /** Resolved for an answer that is made; one that is there already was made of the same. */
    private Mono<Given> given(QuestionEndpoint endpoint, ServerWebExchange exchange) {
        return Mono.defer(() -> arguments.given(
                endpoint.question(), new BindingContext(endpoints.getObject().getWebBindingInitializer()), exchange));
    }

    private Mono<Made> found(QueryContext context, QuestionEndpoint endpoint, Mono<Given> given, boolean shares) {
        String account = context.asker().account();
        return shares
                        && context.asOf() == null
                        && endpoint.ofTheLedger()
                        && !context.asker().forOthers()
                        && !account.isEmpty()
                ? queries.getObject().key(context).flatMap(depends -> shared(context, endpoint, given, depends))
                : made(context, endpoint, given, null);
    }

    private Mono<Made> shared(
            QueryContext context, QuestionEndpoint endpoint, Mono<Given> given, AnswerKeys.Key depends) {
        Key forAll = new Key(context.asked(), depends, null);
        Key own = new Key(context.asked(), depends, context.asker().account());
        Optional<Made> present = answers.find(forAll).or(() -> answers.find(own));
        if (present.isPresent()) {
            return Mono.just(present.get());
        }
        return switch (audiences.getOrDefault(endpoint.question().getMethod(), Audience.BY_RIGHTS)) {
            case BY_RIGHTS -> waited(context, endpoint, given, forAll);
            case BY_ACCOUNT -> waited(context, endpoint, given, own);
            case NONE -> made(context, endpoint, given, own).doOnNext(made -> keep(own, made));
        };
    }

    private Mono<Made> waited(QueryContext context, QuestionEndpoint endpoint, Mono<Given> given, Key key) {
        return answers.of(
                key,
                () -> made(context, endpoint, given, key),
                waiting -> queries.getObject().onAnotherThread(waiting));
    }

    private void keep(Key key, Made made) {
        if (made.kept) {
            answers.put(key, made);
        }
    }

    /** @param key of those who may be given it too; absent if nobody may */
    private Mono<Made> made(QueryContext context, QuestionEndpoint endpoint, Mono<Given> given, @Nullable Key key) {
        return given.flatMap(known -> endpoint.answering().answer(context, known))
                .map(answer -> {
                    audiences.put(endpoint.question().getMethod(), answer.audience());
                    byte[] text = bytes.of(answer, endpoint.type());
                    Freshness fresh = answer.freshness();
                    return new Made(
                            json.readTree(text),
                            answer.links().people(),
                            Objects.requireNonNullElse(fresh.asOf(), fresh.commit()),
                            key != null && key.holds(answer),
                            text.length * TREE);
                });
    }

    private Mono<JsonNode> named(Made made, QueryContext context) {
        PageReading page = context.page();
        if (made.people == null || page == null) {
            return Mono.just(made.tree);
        }
        AnswerNames.In in =
                new AnswerNames.In(made.people, page, made.asOf, context.asker().forOthers());
        return (in.areKnown()
                        ? Mono.just(in)
                        : queries.getObject()
                                .opened(
                                        context,
                                        () -> names.open(in, context.asked().language()))
                                .map(opened -> {
                                    page.names().putAll(opened);
                                    return in;
                                }))
                .map(known -> names.named(made.tree, known));
    }

    /** The problem that the same question over HTTP is answered with. */
    private Said refused(Throwable failed, ServerWebExchange exchange) {
        ResponseEntity<ProblemDetail> answer = problems.answer(failed, exchange);
        ProblemDetail problem = Objects.requireNonNull(answer.getBody());
        if (problem.getInstance() == null) {
            problem.setInstance(URI.create(exchange.getRequest().getPath().value()));
        }
        return new Said(answer.getStatusCode().value(), json.readTree(bytes.of(problem)));
    }

    /** The bytes of an answer or a problem. */
    byte[] text(Said said) {
        return json.writeValueAsBytes(said.body);
    }
}
