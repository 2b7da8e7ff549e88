package vn.soto.paper;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines of a width, between words; a word that is wider than a line is broken inside. */
record Lines(EmbeddedFonts fonts, Face face, float size) {

    List<String> of(String text, float width) {
        return of(text, width, 0);
    }

    /** @param indent of the first line */
    List<String> of(String text, float width, float indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : fonts.known(face, text).strip().split(" +", -1)) {
            for (String piece : pieces(word, width)) {
                float left = lines.isEmpty() ? width - indent : width;
                if (!line.isEmpty() && wide(line + " " + piece) > left) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(piece);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** As few lines as fit, about as long as each other. */
    List<String> balanced(String text, float width) {
        List<String> lines = of(text, width);
        float narrow = width;
        List<String> tried = lines;
        while (lines.size() > 1 && tried.size() == lines.size()) {
            lines = tried;
            narrow -= size;
            tried = of(text, narrow);
        }
        return lines;
    }

    float wide(String text) {
        return fonts.width(face, size, text);
    }

    private List<String> pieces(String word, float width) {
        if (wide(word) <= width) {
            return List.of(word);
        }
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        word.codePoints().mapToObj(Character::toString).forEach(letter -> {
            if (!piece.isEmpty() && wide(piece + letter) > width) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(letter);
        });
        pieces.add(piece.toString());
        return pieces;
    }
}
