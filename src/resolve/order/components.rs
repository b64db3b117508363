//! Which nodes of a graph are in circles together.

/// The number of the strongly connected component of each node; `graph` holds where each node leads.
pub(super) fn components(graph: &[Vec<usize>]) -> Vec<usize> {
    let mut search = Search {
        graph,
        found: vec![None; graph.len()],
        lowest: vec![0; graph.len()],
        component: vec![None; graph.len()],
        path: Vec::new(),
        count: 0,
        components: 0,
    };
    for node in 0..graph.len() {
        if search.found[node].is_none() {
            search.from(node);
        }
    }
    let component = search.component.into_iter();
    component.map(Option::unwrap_or_default).collect()
}

/// Tarjan's search, without recursion.
struct Search<'a> {
    graph: &'a [Vec<usize>],
    /// When each node was found.
    found: Vec<Option<usize>>,
    /// The earliest node of the path to which each leads back.
    lowest: Vec<usize>,
    component: Vec<Option<usize>>,
    /// The nodes found whose component is not known yet.
    path: Vec<usize>,
    count: usize,
    components: usize,
}

impl Search<'_> {
    fn from(&mut self, start: usize) {
        // Each node with how many of its ways were taken.
        let mut open = vec![(start, 0)];
        self.enter(start);
        while let Some((node, taken)) = open.last_mut() {
            let node = *node;
            let Some(to) = self.graph[node].get(*taken).copied() else {
                open.pop();
                self.leave(node);
                if let Some((before, _)) = open.last() {
                    self.lowest[*before] = self.lowest[*before].min(self.lowest[node]);
                }
                continue;
            };
            *taken += 1;
            match (self.found[to], self.component[to]) {
                (None, _) => {
                    self.enter(to);
                    open.push((to, 0));
                }
                (Some(at), None) => self.lowest[node] = self.lowest[node].min(at),
                (Some(_), Some(_)) => {}
            }
        }
    }

    fn enter(&mut self, node: usize) {
        self.found[node] = Some(self.count);
        self.lowest[node] = self.count;
        self.count += 1;
        self.path.push(node);
    }

    /// Where nothing leads back beyond a node, it and what was found after it are one component.
    fn leave(&mut self, node: usize) {
        if self.found[node] != Some(self.lowest[node]) {
            return;
        }
        while let Some(last) = self.path.pop() {
            self.component[last] = Some(self.components);
            if last == node {
                break;
            }
        }
        self.components += 1;
    }
}
