//! The two macros that declare records and fixed values once, for the struct, the reader and the schema.

/// Declares a record: a struct whose every key is a [`Slot`](super::Slot), with its keys in both languages.
///
/// A key followed by `!` is required. `short = f` reads a node that is no mapping; `check = f` looks at the finished
/// record and reports what does not fit together; `=> f` gives what of it leaves the program as JSON.
macro_rules! record {
    (
        $(#[$doc:meta])*
        pub struct $name:ident as $label:literal $(short $short:path as $short_shape:expr)? , $(check $check:path)? $(=> $public:path)? {
            $( $en:ident $(= $key:literal)? / $id:literal $($required:ident)? : $ty:ty = $about_en:literal | $about_id:literal ),+ $(,)?
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub struct $name {
            /// Where the record stands.
            pub span: $crate::span::Span,
            $(
                #[doc = $about_en]
                pub $en: $crate::model::Slot<$ty>,
            )+
        }

        impl $name {
            /// The keys of this record.
            pub const SHAPE: $crate::model::shape::RecordShape = $crate::model::shape::RecordShape {
                name: $label,
                fields: &[
                    $( $crate::model::shape::Field {
                        en: $crate::model::record::key_name!($en $($key)?),
                        id: $id,
                        about_en: $about_en,
                        about_id: $about_id,
                        required: $crate::model::record::is_required!($($required)?),
                        shape: <$ty as $crate::model::Decode>::shape,
                    } ),+
                ],
                short: $crate::model::record::short_shape!($($short_shape)?),
            };
        }

        impl $crate::model::Encode for $name {
            fn encode(&self, out: &mut $crate::model::Encoder<'_>) -> Option<serde_json::Value> {
                let whole = &$crate::model::record::published!(self, $($public)?);
                let mut map = serde_json::Map::new();
                $(
                    let name = $crate::model::record::key_name!($en $($key)?);
                    if let Some(value) = $crate::model::published::key(name, &whole.$en, out) {
                        map.insert(name.to_owned(), value);
                    }
                )+
                Some(serde_json::Value::Object(map))
            }
        }

        impl $crate::model::Decode for $name {
            fn shape() -> $crate::model::shape::Shape {
                const SHAPE: &$crate::model::shape::RecordShape = &$name::SHAPE;
                $crate::model::shape::Shape::Record(SHAPE)
            }

            fn decode(node: &$crate::yaml::Node, cx: &mut $crate::model::Context<'_>) -> Option<Self> {
                $(
                    if !matches!(node.value, $crate::yaml::Value::Map(_)) {
                        return $short(node, cx);
                    }
                )?
                let mut keys = $crate::model::decode::Keys::read(node, &Self::SHAPE, cx)?;
                let record = Self {
                    span: node.span,
                    $( $en: keys.take($crate::model::record::key_name!($en $($key)?), cx), )+
                };
                // What does not fit together may do so only because a part could not be read.
                $( if keys.is_whole() { $check(&record, cx); } )?
                Some(record)
            }
        }
    };
}

/// The English key of a field: its own name unless another is given.
macro_rules! key_name {
    ($en:ident) => {
        stringify!($en)
    };
    ($en:ident $key:literal) => {
        $key
    };
}

/// Whether the word `required` stands behind a key.
macro_rules! is_required {
    () => {
        false
    };
    (required) => {
        true
    };
}

/// What of a record leaves the program: all of it unless a function says otherwise.
macro_rules! published {
    ($record:expr,) => {
        $record
    };
    ($record:expr, $public:path) => {
        $public($record)?
    };
}

/// A short form that is the text of one key.
macro_rules! from_text {
    ($(#[$doc:meta])* $name:ident -> $record:ident . $field:ident) => {
        $(#[$doc])*
        fn $name(node: &$crate::yaml::Node, cx: &mut $crate::model::Context<'_>) -> Option<$record> {
            Some($record {
                span: node.span,
                $field: $crate::model::Slot::Given($crate::model::Decode::decode(node, cx)?),
                ..$record::default()
            })
        }
    };
}

/// The shape of a short form.
macro_rules! short_shape {
    () => {
        None
    };
    ($shape:expr) => {
        Some(|| $shape)
    };
}

/// Declares fixed values: an enum with each value's word in both languages.
macro_rules! choice {
    (
        $(#[$doc:meta])*
        pub enum $name:ident { $( $(#[$variant_doc:meta])* $variant:ident $en:literal / $id:literal ),+ $(,)? }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[$variant_doc])* #[doc = concat!(" `", $en, "`")] $variant ),+ }

        impl $name {
            /// The words of each value.
            pub const CHOICES: &'static [$crate::model::shape::Choice] =
                &[ $( $crate::model::shape::Choice { en: $en, id: $id } ),+ ];

            /// The value's English word, which is also its name in views.
            pub fn key(self) -> &'static str {
                match self { $( Self::$variant => $en ),+ }
            }
        }

        impl $crate::model::Encode for $name {
            fn encode(&self, _: &mut $crate::model::Encoder<'_>) -> Option<serde_json::Value> {
                Some(self.key().into())
            }
        }

        impl $crate::model::Decode for $name {
            fn shape() -> $crate::model::shape::Shape {
                $crate::model::shape::Shape::Choice(Self::CHOICES)
            }

            fn decode(node: &$crate::yaml::Node, cx: &mut $crate::model::Context<'_>) -> Option<Self> {
                let at = $crate::model::decode::fixed_value(node, Self::CHOICES, cx)?;
                [ $( Self::$variant ),+ ].get(at).copied()
            }
        }
    };
}

pub(crate) use {choice, from_text, is_required, key_name, published, record, short_shape};
