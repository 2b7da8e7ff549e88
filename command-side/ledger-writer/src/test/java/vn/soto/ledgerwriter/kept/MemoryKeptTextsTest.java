package vn.soto.ledgerwriter.kept;

import vn.soto.ledgerwriter.memory.MemoryKeptTexts;

final class MemoryKeptTextsTest extends KeptTextsContract {

    private final MemoryKeptTexts texts = new MemoryKeptTexts();

    @Override
    KeptTexts texts() {
        return texts;
    }
}
