package vn.soto.edge.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Refuses a head with a folded line (RFC 9112 section 5.2), which Netty joins and other servers read as a field of its
 * own. It stands before the codec and hands it the bytes in pieces that end where a head or a body can end. The codec,
 * by the watch behind it, says where one does end. So heads are looked at exactly, also those of requests sent ahead.
 */
final class UnfoldedHeads extends ChannelInboundHandlerAdapter {

    private static final int FOLDED = -1;

    private final ConnectionWatch watch;

    /** Whether a byte of the present head has come. */
    private boolean begun;

    /** Whether the next byte is the first of its line. */
    private boolean atLineStart;

    UnfoldedHeads(ConnectionWatch watch) {
        this.watch = watch;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            ctx.fireChannelRead(message);
            return;
        }
        try {
            while (bytes.isReadable()) {
                int length = switch (watch.next()) {
                    case HEAD -> endOfHead(bytes);
                    case CHUNKS -> endOfLines(bytes);
                    case LENGTH ->
                        (int) Math.min(
                                watch.bodyLeft() > 0 ? watch.bodyLeft() : Integer.MAX_VALUE, bytes.readableBytes());
                    case NOTHING -> bytes.readableBytes();
                };
                if (length == FOLDED) {
                    watch.folded();
                } else {
                    ctx.fireChannelRead(bytes.readRetainedSlice(length));
                }
            }
        } finally {
            bytes.release();
        }
    }

    /** The bytes up to the end of the head, or all; {@link #FOLDED} if a line is. */
    private int endOfHead(ByteBuf bytes) {
        int start = bytes.readerIndex();
        int at = start;
        // Netty passes over empty lines and blanks in front of a head.
        while (!begun && at < bytes.writerIndex()) {
            begun = !isBlank(bytes.getByte(at)) && !isLineEnd(bytes.getByte(at));
            at++;
            atLineStart = false;
        }
        for (; at < bytes.writerIndex(); at++) {
            byte each = bytes.getByte(at);
            if (atLineStart && isBlank(each)) {
                return FOLDED;
            }
            if (endsBlock(each)) {
                begun = false;
                return at + 1 - start;
            }
        }
        return bytes.readableBytes();
    }

    /** The bytes up to an empty line, with which chunks end at the earliest, or all. */
    private int endOfLines(ByteBuf bytes) {
        for (int at = bytes.readerIndex(); at < bytes.writerIndex(); at++) {
            if (endsBlock(bytes.getByte(at))) {
                return at + 1 - bytes.readerIndex();
            }
        }
        return bytes.readableBytes();
    }

    /** Whether the byte ends an empty line. */
    private boolean endsBlock(byte each) {
        boolean end = each == '\n' && atLineStart;
        atLineStart = each == '\n' || (each == '\r' && atLineStart);
        return end;
    }

    private static boolean isBlank(byte each) {
        return each == ' ' || each == '\t';
    }

    private static boolean isLineEnd(byte each) {
        return each == '\r' || each == '\n';
    }
}
