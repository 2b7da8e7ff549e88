package vn.soto.edge.server;

import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;

/** Tells streams of events, which stay open and are at work only for moments, from answers. */
public final class EventStreams {

    private EventStreams() {}

    /** Whether an answer whose head is made is one. */
    public static boolean isOne(ServerHttpResponse answer) {
        return MediaType.TEXT_EVENT_STREAM.isCompatibleWith(answer.getHeaders().getContentType());
    }
}
