//! The circles of a graph: Tarjan's strongly connected parts, without recursion, so that a long chain cannot exhaust the stack.

/// The sets of nodes that can all reach each other: with more than one member, or with an edge to itself. Each is sorted.
pub(super) fn circles(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let many = edges.len();
    let mut search = Search { edges, seen: vec![None; many], low: vec![0; many], open: vec![false; many], ..Search::default() };
    for start in 0..many {
        if search.seen[start].is_none() {
            search.from(start);
        }
    }
    search.found
}

#[derive(Default)]
struct Search<'e> {
    edges: &'e [Vec<usize>],
    /// When each node was first seen.
    seen: Vec<Option<usize>>,
    /// The earliest node each can reach.
    low: Vec<usize>,
    /// Whether each still belongs to a part that is being looked at.
    open: Vec<bool>,
    stack: Vec<usize>,
    next: usize,
    found: Vec<Vec<usize>>,
}

impl Search<'_> {
    fn from(&mut self, start: usize) {
        let mut path = vec![(start, 0)];
        self.enter(start);
        while let Some((node, at)) = path.pop() {
            match self.edges[node].get(at) {
                Some(&to) => {
                    path.push((node, at + 1));
                    match self.seen[to] {
                        None => {
                            self.enter(to);
                            path.push((to, 0));
                        }
                        Some(when) if self.open[to] => self.low[node] = self.low[node].min(when),
                        Some(_) => (),
                    }
                }
                None => {
                    if let Some((above, _)) = path.last() {
                        self.low[*above] = self.low[*above].min(self.low[node]);
                    }
                    self.leave(node);
                }
            }
        }
    }

    fn enter(&mut self, node: usize) {
        self.seen[node] = Some(self.next);
        self.low[node] = self.next;
        self.open[node] = true;
        self.stack.push(node);
        self.next += 1;
    }

    /// Closes the part that `node` began, if it began one.
    fn leave(&mut self, node: usize) {
        if self.seen[node] != Some(self.low[node]) {
            return;
        }
        let mut part = Vec::new();
        while let Some(one) = self.stack.pop() {
            self.open[one] = false;
            part.push(one);
            if one == node {
                break;
            }
        }
        if part.len() > 1 || self.edges[node].contains(&node) {
            part.sort_unstable();
            self.found.push(part);
        }
    }
}
