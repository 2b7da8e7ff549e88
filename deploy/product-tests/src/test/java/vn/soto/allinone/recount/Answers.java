package vn.soto.allinone.recount;

import tools.jackson.databind.JsonNode;

/** Asks the product. */
@FunctionalInterface
public interface Answers {

    /** The answer at an address, without its freshness. */
    JsonNode to(String path);
}
