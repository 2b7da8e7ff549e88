/** Plans made of what takes less to say than all their steps: a reorganisation, a hand-over. */
@NullMarked
package vn.soto.command.drafting;

import org.jspecify.annotations.NullMarked;
