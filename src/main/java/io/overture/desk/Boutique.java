package io.overture.desk;

import io.overture.roster.Seat;
import java.util.List;

/** Who is in the boutique now and matters, as this node last heard: at most a second ago while Redis is there. */
public interface Boutique {

    /** Those whom she may serve, and her own clients: the heaviest first. Answers at once. */
    View view(Seat seat, int most);

    /** To be told, briefly and on no thread in particular, that a view may differ from the one before. */
    void onChange(Runnable listener);

    /** @param version the same for two views of one seat: they are the same */
    record View(long version, List<Here> here) {
        public View {
            here = List.copyOf(here);
        }
    }
}
