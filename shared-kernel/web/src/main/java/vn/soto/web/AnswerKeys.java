package vn.soto.web;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells for whom an answer is the same: the answers to one address in one language are, if their keys are equal. */
public interface AnswerKeys {

    /** Attribute of an exchange whose answer is for all with its key: it holds nothing because it is the asker's own. */
    String SHARED = "vn.soto.web.shared-answer";

    /** Attribute of an exchange whose answer a page shows, a {@link PageReading}: it calls people by their names or pseudonyms. */
    String PAGE = "vn.soto.web.page";

    /**
     * The values on which an answer depends, beside its address and language. Compared only.
     *
     * @param rights of the asker now
     * @param moment how far the ledger and the read models are
     */
    record Key(Object rights, Object moment) {}

    /**
     * The key of an answer that is made from now on. A reader may ask for no later commit than the open pages were told
     * of. That reader gets the key of that commit, whatever the read models have since. So these pages are made once
     * for each message of their streams.
     *
     * @param atLeast commit that the answer is to hold, which is waited for; 0 for none
     */
    Mono<Key> of(ServerWebExchange exchange, long atLeast);
}
