package vn.soto.web;

import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Answers the questions of a page inside the process. Rights, refusals, freshness, links and the register of reads are
 * those of the same question over HTTP. People are called by the names that the reader of the page may see.
 */
public interface PageQuestions {

    /**
     * A question of a page.
     *
     * @param address path of the API with its parameters, encoded
     * @param forAll  whether the answer is for everybody with the rights of who asks: without what is in an answer because it is
     *                the asker's own
     */
    record Question(String address, String language, boolean forAll) {}

    /**
     * The answer to a question. Nobody changes its body, because several pages may show it.
     *
     * @param template address of the question with its variables in braces
     * @param status   HTTP status; a problem (RFC 9457) is the body of all but 2xx
     */
    record JsonAnswer(String template, int status, JsonNode body) {}

    /**
     * The answer that is to come; empty if the address is none of the questions in this process.
     *
     * @param page request for the page, with its {@link PageReading}
     */
    Optional<Mono<JsonAnswer>> ask(Question question, ServerWebExchange page);

    /** The template of what a GET of an address of the API asks for, a question, table or file; empty of any other. */
    default Optional<String> template(String address) {
        return Optional.empty();
    }
}
